import { z } from "zod";

/** Why somebody looks at one person's data. */
export const revealReasons = ["answer", "check", "invite", "other"] as const;

const LONGEST_NOTE = 200;

/**
 * A few words for the audit log. An address has no place there: the log outlives the person's data.
 */
export const noteField = z
  .string()
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .refine((text) => [...text].length <= LONGEST_NOTE, "tooLong")
  .refine((text) => !/\S@\S/.test(text) && !/\p{Cc}/u.test(text), "noteWithAddress");

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
export const revealForm = z
  .object({
    campaign: z.uuid("required"),
    supporter: z.uuid("required"),
    reason: z.enum(revealReasons, "reasonMissing"),
    note: noteField,
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", { path: ["note"], message: "noteMissing" });

export type RevealInput = z.infer<typeof revealForm>;
