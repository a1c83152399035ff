import { z } from "zod";

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
const value = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .refine((text) => text.length <= 500, "tooLong");

/** Without a value nothing is shown in its place. */
export const acceptForm = z.object({ report: z.uuid("required"), value });

export const setAsideForm = z.object({ report: z.uuid("required") });

export const withdrawForm = z.object({ correction: z.uuid("required") });

/** Numbers of local offices are put right where somebody reports them: there are several. */
export const correctForm = z.object({
  office: z.string().regex(/^[A-Z]\d{6}$/, "required"),
  field: z.enum(["phone", "contact_form", "website"], "required"),
  value,
});
