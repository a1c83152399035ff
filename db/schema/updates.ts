import { boolean, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { translationStatuses } from "./campaigns";
import { moment } from "./columns";

/** An article. */
export const updates = pgTable("updates", {
  slug: text("slug").primaryKey(),
  type: text("type", {
    enum: ["news", "explainer", "research", "guide", "partner_story", "policy_brief"],
  }).notNull(),
  isSample: boolean("is_sample").notNull(),
  publishedAt: moment("published_at").notNull(),
  countries: text("countries").array().notNull(),
  principles: text("principles").array().notNull(),
});

export const updateTranslations = pgTable(
  "update_translations",
  {
    slug: text("slug")
      .notNull()
      .references(() => updates.slug),
    locale: text("locale").notNull(),
    status: text("status", { enum: translationStatuses }).notNull(),
    title: text("title").notNull(),
    dek: text("dek").notNull(),
    /** Markdown; never shown without a sanitizer. */
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.slug, table.locale] })],
);
