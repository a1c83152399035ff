import { z } from "zod";
import { isCountryCode } from "~/domain/regions/country-codes";
import {
  aiAssistance,
  type UpdateFacts,
  updateAuthors,
  updateFacts,
  updateSources,
} from "~db/schema/content/update-content";
import { updateTypes } from "~db/schema/updates";
import { isWrittenLocale } from "./locale-tag";
import { isSlug } from "./slug-rule";
import { isKeepable } from "./text-fields";

const country = z.string().refine(isCountryCode, "a country by ISO 3166-1 alpha-2, such as KE");

const facts = z.strictObject({
  type: z.enum(updateTypes),
  /** The day and hour from which it can be read, once its source is published. */
  publishedAt: z.iso.datetime({ offset: true }).transform((moment) => new Date(moment)),
  factsAsOf: z.iso.date().nullable().default(null),
  countries: z.array(country).default([]),
  /** M49 codes. */
  regions: z.array(z.string().regex(/^\d{3}$/)).default([]),
  /** Slugs of principles. */
  principles: z.array(z.string().min(1)).default([]),
  topics: z.array(z.string().trim().min(1)).default([]),
  authors: updateAuthors.default([]),
  sources: updateSources.default([]),
  aiAssistance: aiAssistance.default({ used: false }),
  /** As SPDX names it. */
  license: z.string().trim().min(1).nullable().default(null),
  imageId: z.uuid().nullable().default(null),
  /** The campaign it belongs to. */
  campaignId: z.uuid().nullable().default(null),
  facts: z
    .strictObject({
      ...updateFacts.shape,
      jurisdictions: z.array(z.union([z.literal("EU"), country])).optional(),
    })
    .default({}),
});

/** What is the same in every language of an article. */
export const updateFactsForm = facts.superRefine(checkFacts);

/** What is the same in every language of a new article, and what it is called within the product. */
export const newUpdateForm = facts
  .extend({
    /** Its first address, which stays its name within the product. */
    key: z.string().refine(isSlug, "small letters, digits and hyphens, at most 80 characters"),
    sourceLocale: z.string().refine(isWrittenLocale, "a language that readers are offered, such as en or pt-BR"),
  })
  .superRefine(checkFacts);

export type NewUpdate = z.input<typeof newUpdateForm>;
export type UpdateFactsForm = z.output<typeof updateFactsForm>;

/** What an article cannot be without (reference on regions and partners, 5). */
const needed: Record<(typeof updateTypes)[number], readonly (keyof UpdateFacts)[]> = {
  news: [],
  explainer: [],
  research: ["research"],
  guide: ["review"],
  partner_story: ["partnerSlug", "peopleShown"],
  policy_brief: [],
  event: ["eventAt", "timeZone"],
};

function checkFacts(form: z.output<typeof facts>, context: z.RefinementCtx): void {
  for (const name of needed[form.type].filter((one) => form.facts[one] === undefined)) {
    const message = `an article of the type ${form.type} needs it`;
    context.addIssue({ code: "custom", path: ["facts", name], message });
  }
  for (const path of unkeepable(form)) {
    context.addIssue({ code: "custom", path, message: "holds a character that no text can hold" });
  }
}

/** Names of fields are looked at as well: those of results are of the writer's making. */
function unkeepable(value: unknown, path: string[] = []): string[][] {
  if (typeof value === "string") return isKeepable(value) ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (isKeepable(key) ? unkeepable(part, [...path, key]) : [path]));
}
