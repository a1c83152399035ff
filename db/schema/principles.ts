import { boolean, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { translationStatuses } from "./campaigns";

/** The ten principles the campaign asks for and the platform keeps. */
export const principles = pgTable("principles", {
  slug: text("slug").primaryKey(),
  position: integer("position").notNull().unique(),
});

export const principleTranslations = pgTable(
  "principle_translations",
  {
    slug: text("slug")
      .notNull()
      .references(() => principles.slug),
    locale: text("locale").notNull(),
    status: text("status", { enum: translationStatuses }).notNull(),
    /** The source moved on since this was translated. */
    isStale: boolean("is_stale").notNull().default(false),
    title: text("title").notNull(),
    short: text("short").notNull(),
    long: text("long").notNull(),
  },
  (table) => [primaryKey({ columns: [table.slug, table.locale] })],
);
