import { boolean, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaigns, translationStatuses } from "./campaigns";
import { id, moment } from "./columns";

/** A text that asks targets for something. It opens, and it may close. */
export const petitions = pgTable("petitions", {
  id: id().primaryKey(),
  campaignId: id("campaign_id")
    .references(() => campaigns.id)
    .unique(),
  opensAt: moment("opens_at").notNull(),
  closesAt: moment("closes_at"),
});

export const petitionTranslations = pgTable(
  "petition_translations",
  {
    petitionId: id("petition_id").references(() => petitions.id),
    locale: text("locale").notNull(),
    status: text("status", { enum: translationStatuses }).notNull(),
    /** The source moved on since this was translated. */
    isStale: boolean("is_stale").notNull().default(false),
    /** Validated by `petitionContent`. */
    content: jsonb("content").notNull(),
  },
  (table) => [primaryKey({ columns: [table.petitionId, table.locale] })],
);
