import { z } from "zod";
import { isLocale, isPseudoLocale } from "~/i18n/locales";
import { actionKinds } from "~db/schema/content/action-kinds";
import { isKeepable } from "../content/text-fields";
import { isCountryCode } from "../regions/country-codes";
import { momentOf } from "../workshop/zoned-time";
import { readLink } from "./link-rule";

const words = (longest: number, missing: string) =>
  z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim())
    .refine((text) => text !== "", missing)
    .refine(isKeepable, "textUnreadable")
    .refine((text) => [...text].length <= longest, "tooLong");

/** In characters. */
export const longestTexts = { title: 120, summary: 300, body: 2_000, cta: 40 } as const;

const texts = {
  title: words(longestTexts.title, "titleMissing"),
  summary: words(longestTexts.summary, "summaryMissing"),
  body: words(longestTexts.body, "bodyMissing"),
  cta: words(longestTexts.cta, "buttonMissing"),
};

/** What an action says in one language. */
export type ActionText = Record<keyof typeof texts, string>;

const localeField = z.string().refine((locale) => isLocale(locale) && !isPseudoLocale(locale), "required");

const linkField = z
  .string()
  .trim()
  .transform((text, ctx) => {
    const read = readLink(text);
    if ("url" in read) return read.url;
    ctx.addIssue({ code: "custom", message: read.fault });
    return z.NEVER;
  });

/** A date and time as clocks in a zone show it, or none. @returns ISO 8601 */
const momentField = (timeZone: string) =>
  z
    .string()
    .default("")
    .transform((text, ctx) => {
      if (text.trim() === "") return null;
      const moment = momentOf(text.trim(), timeZone);
      if (moment !== null) return moment.toISOString();
      ctx.addIssue({ code: "custom", message: "momentFaulty" });
      return z.NEVER;
    });

const facts = (timeZone: string) => ({
  kind: z.enum(actionKinds, "required"),
  link: linkField,
  startsAt: momentField(timeZone),
  endsAt: momentField(timeZone),
  countries: z
    .array(z.string())
    .default([])
    .transform((codes) => [...new Set(codes)].filter(isCountryCode).sort()),
  isWorldwide: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});

interface Dates {
  startsAt: string | null;
  endsAt: string | null;
}

function endsAfterStart({ startsAt, endsAt }: Dates): boolean {
  return startsAt === null || endsAt === null || startsAt < endsAt;
}

const endsTooSoon = { path: ["endsAt"], message: "endsBeforeStarts" };

/** A new action, in the language that it is written in first. */
export const newActionForm = (timeZone: string) =>
  z
    .object({
      id: z.uuid("required"),
      partner: z.string().default(""),
      locale: localeField,
      ...texts,
      ...facts(timeZone),
    })
    .refine(endsAfterStart, endsTooSoon);

/** What of an action is the same in all languages; `seen` is a hash of what the writer saw. */
export const actionFactsForm = (timeZone: string) =>
  z.object({ seen: z.string(), ...facts(timeZone) }).refine(endsAfterStart, endsTooSoon);

/** A text of an action in one language; `number` and `sha256` are of the version that the writer saw, if there was one. */
export const actionTextForm = z.object({
  locale: localeField,
  ...texts,
  number: z.string().regex(/^\d{0,6}$/, "required"),
  sha256: z.string().max(64),
  sourceNumber: z.string().regex(/^\d{0,6}$/, "required"),
});

/** A step with a version of a text. */
export const actionStepForm = z.object({ locale: localeField, number: z.string().regex(/^\d{1,6}$/, "required") });

/** One action in a list. */
export const actionForm = z.object({ action: z.uuid("required") });

/** The same, for what is not taken back with a press. */
export const sureForm = z.object({ sure: z.literal("yes", "sureMissing") });
