import { z } from "zod";

/** A key for the time after quantum computers has nearly two thousand characters. */
const LONGEST_KEY = 4_000;
const LONGEST_LABEL = 60;

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
export const encryptionKeyForm = z.object({
  label: z
    .string()
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    )
    .refine((text) => text !== "", "labelMissing")
    .refine((text) => [...text].length <= LONGEST_LABEL, "tooLong"),
  recipient: z
    .string()
    .transform((text) => text.replace(/\s+/g, ""))
    .refine((text) => text !== "", "keyMissing")
    .refine((text) => !isSecretKey(text), "keyIsSecret")
    .refine((text) => text.length <= LONGEST_KEY && /^age1[a-z0-9]+$/.test(text), "keyFaulty"),
});

export type EncryptionKeyInput = z.infer<typeof encryptionKeyForm>;

export const keyIdForm = z.object({ id: z.uuid("required") });

/** Whether somebody pasted the half of a key pair that nobody else may ever see. */
export function isSecretKey(text: string): boolean {
  return /AGE-SECRET-KEY/i.test(text);
}
