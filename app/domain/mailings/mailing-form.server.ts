import { z } from "zod";
import { locales } from "~/i18n/locales";
import { targetsIn } from "../content/markdown-targets.server";
import { isSafeLink } from "../content/render-markdown.server";
import { isTimeZone } from "../workshop/zoned-time";

export const LONGEST_SUBJECT = 120;
export const LONGEST_BODY = 20_000;

const oneLine = (longest: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim())
    .refine((text) => [...text].length <= longest, "tooLong");

const localeField = z.enum(locales, "required");

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
export const mailingSettings = z.object({
  name: oneLine(120).refine((text) => text !== "", "nameMissing"),
  /** Null: every campaign. */
  campaign: z.union([z.literal("").transform(() => null), z.uuid()], "required").default(null),
  source: localeField,
  postalAddress: oneLine(200).default(""),
});

const words = z.object({
  subject: oneLine(LONGEST_SUBJECT).refine((text) => text !== "", "subjectMissing"),
  body: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .refine((text) => text !== "", "bodyMissing")
    .refine((text) => [...text].length <= LONGEST_BODY, "tooLong")
    .refine((text) => targetsIn(text).pictures.length === 0, "pictureInMail")
    .refine((text) => targetsIn(text).links.every(isSafeLink), "linkFaulty"),
});

/** `key` is made with the form: sent twice, it makes one mailing. */
export const newMailingForm = mailingSettings.extend({ key: z.uuid("required"), ...words.shape });

/** `was`: when the words that the form showed were changed last, in ISO 8601; empty where there were none. */
export const textForm = words.extend({ locale: localeField, was: z.string().default("") });

export const textLocaleForm = z.object({ locale: localeField });

export const scheduleForm = z.object({
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "momentFaulty"),
  zone: z.string().refine(isTimeZone, "required"),
});

export type MailingSettings = z.output<typeof mailingSettings>;
export type NewMailing = z.output<typeof newMailingForm>;
export type MailingWords = z.output<typeof textForm>;
