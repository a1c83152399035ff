import { z } from "zod";
import { aiAssistance, updateAuthors, updateFacts, updateSources } from "~db/schema/content/update-content";
import { updateTypes } from "~db/schema/updates";
import { isLocaleTag } from "./locale-tag";
import { isSlug } from "./slug-rule";

/** What is the same in every language of a new article. */
export const newUpdateForm = z.strictObject({
  /** Its first address, which stays its name within the product. */
  key: z.string().refine(isSlug, "small letters, digits and hyphens, at most 80 characters"),
  sourceLocale: z.string().refine(isLocaleTag, "a language tag such as en or pt-BR"),
  type: z.enum(updateTypes),
  /** The day and hour from which it can be read, once its source is published. */
  publishedAt: z.iso.datetime({ offset: true }).transform((moment) => new Date(moment)),
  factsAsOf: z.iso.date().nullable().default(null),
  /** ISO 3166-1 alpha-2. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
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
  facts: updateFacts.default({}),
});

export type NewUpdate = z.input<typeof newUpdateForm>;
