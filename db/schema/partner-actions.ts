import { boolean, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns, translationStatuses } from "./campaigns";
import { id, moment } from "./columns";
import { partners } from "./partners";

/** Something a partner asks people in its countries to do. */
export const partnerActions = pgTable("partner_actions", {
  id: id().primaryKey(),
  partnerId: id("partner_id").references(() => partners.id),
  /** The partner's campaign on this site, where the action is to sign its petition. */
  campaignId: uuid("campaign_id").references(() => campaigns.id),
  slug: text("slug").notNull().unique(),
  kind: text("kind", { enum: ["petition", "email_target", "data_access_request"] }).notNull(),
  countries: text("countries").array().notNull(),
  isWorldwide: boolean("is_worldwide").notNull(),
  isPinned: boolean("is_pinned").notNull(),
  principles: text("principles").array().notNull(),
  status: text("status", { enum: ["draft", "review", "published", "archived"] }).notNull(),
  publishedAt: moment("published_at").notNull(),
});

export const partnerActionTranslations = pgTable(
  "partner_action_translations",
  {
    actionId: id("action_id").references(() => partnerActions.id),
    locale: text("locale").notNull(),
    status: text("status", { enum: translationStatuses }).notNull(),
    /** The source moved on since this was translated. */
    isStale: boolean("is_stale").notNull().default(false),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    body: text("body").notNull(),
    cta: text("cta").notNull(),
  },
  (table) => [primaryKey({ columns: [table.actionId, table.locale] })],
);
