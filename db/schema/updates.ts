import { boolean, date, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns, translationStatuses } from "./campaigns";
import { moment } from "./columns";
import { images } from "./images";

export const updateTypes = [
  "news",
  "explainer",
  "research",
  "guide",
  "partner_story",
  "policy_brief",
  "event",
] as const;

/** An article: what is the same in every language. */
export const updates = pgTable(
  "updates",
  {
    slug: text("slug").primaryKey(),
    type: text("type", { enum: updateTypes }).notNull(),
    isSample: boolean("is_sample").notNull(),
    publishedAt: moment("published_at").notNull(),
    /** Null where nothing was changed since it came out. */
    updatedAt: moment("updated_at"),
    /** The day on which its facts were last true. */
    factsAsOf: date("facts_as_of"),
    /** ISO 3166-1 alpha-2. */
    countries: text("countries").array().notNull(),
    /** M49 codes. */
    regions: text("regions").array().notNull().default([]),
    principles: text("principles").array().notNull(),
    topics: text("topics").array().notNull().default([]),
    /** Validated by `updateAuthors`. */
    authors: jsonb("authors").notNull().default([]),
    /** Validated by `updateSources`. */
    sources: jsonb("sources").notNull().default([]),
    /** Validated by `aiAssistance`. */
    aiAssistance: jsonb("ai_assistance").notNull().default({ used: false }),
    /** As SPDX names it, for example `CC-BY-4.0`; null where all rights are kept. */
    license: text("license"),
    imageId: uuid("image_id").references(() => images.id),
    /** The campaign it belongs to, whose petition stands at its end. */
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    /** Facts of its type, without words; validated by `updateFacts`. */
    facts: jsonb("facts").notNull().default({}),
  },
  (table) => [index("updates_by_time").on(table.publishedAt)],
);

export const updateTranslations = pgTable(
  "update_translations",
  {
    slug: text("slug")
      .notNull()
      .references(() => updates.slug),
    locale: text("locale").notNull(),
    status: text("status", { enum: translationStatuses }).notNull(),
    /** The source moved on since this was translated. */
    isStale: boolean("is_stale").notNull().default(false),
    title: text("title").notNull(),
    dek: text("dek").notNull(),
    /** Markdown; never shown without a sanitizer. */
    body: text("body").notNull(),
    /** Of the picture; required where there is one. */
    imageAlt: text("image_alt"),
    /** Validated by `updateCorrections`. */
    corrections: jsonb("corrections").notNull().default([]),
    /** Words of its type; validated by `updateWords`. */
    words: jsonb("words").notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.slug, table.locale] })],
);
