import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { hosts } from "./hosts";
import { images } from "./images";
import { partners } from "./partners";

/** How far a translation is. Machine drafts are shown with a note until a person has reviewed them. */
export const translationStatuses = ["source", "machine_draft", "reviewed", "published"] as const;

/**
 * An effort toward one change. `published` is before everybody; an `archived` one that once was stays readable at its
 * address, unlisted and closed. Whether a petition takes signatures is a matter of its dates and of `pausedAt`.
 */
export const campaigns = pgTable(
  "campaigns",
  {
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
    /** When it last became public; of a draft, when it was begun. */
    publishedAt: moment("published_at").notNull(),
    /** When it first became public; null where it never was. */
    publicSince: moment("public_since"),
    /** A draft becomes public by itself from this moment on. */
    publishAt: moment("publish_at"),
    /** Takes no new signature for now, at the wish of those who run it. */
    pausedAt: moment("paused_at"),
    /** The IANA time zone in which its people think of its dates. */
    timeZone: text("time_zone").notNull().default("UTC"),
    /** ISO 3166-1 alpha-2: whom it is meant for; empty: everybody. */
    countries: text("countries").array().notNull().default(sql`'{}'`),
    /** What its page is shown with. The picture's alternative text stands in the campaign's text. */
    imageId: uuid("image_id").references(() => images.id),
    logoImageId: uuid("logo_image_id").references(() => images.id),
    /** `#0b5d3b`; stands out 4.5:1 from light pages. What dark pages show is made from it. */
    brandColour: text("brand_colour"),
    /** As the organization calls itself on its campaign's page; null: its name. */
    shortName: text("short_name"),
    /** Changes to all this that wait for the host; validated by `campaignFacts`. */
    proposedFacts: jsonb("proposed_facts"),
    /** Goes up with each change to all this, so that of two people who change it at once the second is told. */
    factsVersion: integer("facts_version").notNull().default(1),
    /** Changes to its actions and routing rules that wait for the host; validated by `routingPlan`. */
    proposedRouting: jsonb("proposed_routing"),
    factsBy: text("facts_by"),
    factsAt: moment("facts_at"),
    /** When the host last said yes, and who; null again once it was taken off the site. */
    approvedAt: moment("approved_at"),
    approvedBy: text("approved_by"),
    /** A user; null where it came with the product. */
    createdBy: text("created_by"),
  },
  (table) => [
    index("campaigns_by_partner").on(table.partnerId),
    index("campaigns_due").on(table.publishAt).where(sql`${table.publishAt} is not null`),
  ],
);

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
