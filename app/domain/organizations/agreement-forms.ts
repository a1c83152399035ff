import { z } from "zod";

const markdown = z.string().trim().min(1, "required").max(60_000, "tooLong");

export const agreementTextForm = z.object({
  en: markdown,
  es: z.string().trim().max(60_000, "tooLong").optional(),
});

export const agreementAcceptForm = z.object({
  version: z.coerce.number("required").int("required").positive("required"),
  /** The box that says that the text was read; never ticked before. */
  read: z.literal("yes", "agreementUnread"),
});
