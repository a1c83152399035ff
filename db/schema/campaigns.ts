import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { hosts } from "./hosts";
import { partners } from "./partners";

/** How far a translation is. Machine drafts are shown with a note until a person has reviewed them. */
export const translationStatuses = ["source", "machine_draft", "reviewed", "published"] as const;

/** An effort toward one change. */
export const campaigns = pgTable("campaigns", {
  id: id().primaryKey(),
  hostId: id("host_id").references(() => hosts.id),
  /** The partner whose campaign it is; null for the host's own. */
  partnerId: uuid("partner_id").references(() => partners.id),
  slug: text("slug").notNull().unique(),
  /** The one campaign that the landing page shows. */
  isFlagship: boolean("is_flagship").notNull(),
  isSample: boolean("is_sample").notNull(),
  status: text("status", { enum: ["draft", "published", "closed", "archived"] }).notNull(),
  /** Confirmed signatures hoped for. */
  goal: integer("goal").notNull(),
  defaultLocale: text("default_locale").notNull(),
  publishedAt: moment("published_at").notNull(),
});

export const campaignTranslations = pgTable(
  "campaign_translations",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    locale: text("locale").notNull(),
    status: text("status", { enum: translationStatuses }).notNull(),
    /** The source moved on since this was translated. */
    isStale: boolean("is_stale").notNull().default(false),
    /** Validated by `campaignContent`. */
    content: jsonb("content").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.locale] })],
);

/** Partners that the sign form of a campaign names, one unticked box each. */
export const campaignPartners = pgTable(
  "campaign_partners",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    partnerId: id("partner_id").references(() => partners.id),
    position: integer("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.partnerId] })],
);
