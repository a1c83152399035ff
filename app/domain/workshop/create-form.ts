import { z } from "zod";
import { isLocale, isPseudoLocale } from "~/i18n/locales";
import { isSlug } from "../content/slug-rule";
import { isCountryCode } from "../regions/country-codes";
import { suggestSlug } from "./suggest-slug";
import { templateKeys } from "./templates/template";

const LONGEST_TITLE = 200;

const titleField = z
  .string()
  .transform((title) => title.replaceAll("\0", "").trim())
  .refine((title) => title !== "", "titleMissing")
  .refine((title) => [...title].length <= LONGEST_TITLE, "tooLong");

const localeField = z.string().refine((locale) => isLocale(locale) && !isPseudoLocale(locale), "localeUnknown");

const slugField = z.string().transform((slug) => slug.trim().toLowerCase().normalize("NFC"));

const countryField = z.string().refine((country) => country === "" || isCountryCode(country), "countryUnknown");

/** An address that was left empty is made from the title. */
function withSlug<T extends { title: string; slug: string }>(input: T, ctx: z.RefinementCtx): T {
  const slug = input.slug === "" ? suggestSlug(input.title) : input.slug;
  if (!isSlug(slug)) ctx.addIssue({ code: "custom", path: ["slug"], message: "slugFaulty" });
  return { ...input, slug };
}

/** A new campaign, from a template. */
export const createForm = z
  .object({
    title: titleField,
    slug: slugField,
    locale: localeField,
    template: z.enum(templateKeys, "templateMissing"),
  })
  .transform(withSlug);

/** A new campaign, from one that there is, for another language or country. */
export const copyForm = z
  .object({ title: titleField, slug: slugField, locale: localeField, country: countryField })
  .transform(withSlug);
