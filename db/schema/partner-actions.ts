import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns, translationStatuses } from "./campaigns";
import { id, moment } from "./columns";
import { actionKinds } from "./content/action-kinds";
import { partners } from "./partners";

/** Something a partner asks people in its countries to do. */
export const partnerActions = pgTable(
  "partner_actions",
  {
    id: id().primaryKey(),
    partnerId: id("partner_id").references(() => partners.id),
    /** The partner's campaign on this site, where the action is to sign its petition. */
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    /** Offered to the signers of this campaign alone; null: to those of every campaign. */
    forCampaignId: uuid("for_campaign_id").references(() => campaigns.id),
    slug: text("slug").notNull().unique(),
    kind: text("kind", { enum: actionKinds }).notNull(),
    /** Where the action takes place, `https:`; null: on the partner's own site. */
    link: text("link"),
    countries: text("countries").array().notNull(),
    isWorldwide: boolean("is_worldwide").notNull(),
    isPinned: boolean("is_pinned").notNull(),
    /** Its place among those of `forCampaignId`, from 0. */
    position: integer("position").notNull().default(0),
    principles: text("principles").array().notNull(),
    status: text("status", { enum: ["draft", "review", "published", "archived"] }).notNull(),
    publishedAt: moment("published_at").notNull(),
    /** Offered from this moment on, and until this one; null: no such limit. */
    startsAt: moment("starts_at"),
    endsAt: moment("ends_at"),
  },
  (table) => [index("partner_actions_for_campaign").on(table.forCampaignId)],
);

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
