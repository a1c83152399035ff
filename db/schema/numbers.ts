import { bigserial, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { partners } from "./partners";
import { users } from "./users";

/**
 * What is counted by day (UTC), and what `value` tells apart:
 * - `view`: the campaign's page was sent; `signed`: a sign form made a new signature; `value` is empty
 * - `confirmed`: counted signatures by the day they were confirmed; `signed_confirmed`: the same by the day they were
 *   signed, so that of those who signed on a day one sees how many went on to confirm
 * - `country`, `district` (`CA-11`; `AK-0` is at large), `locale`, `source` (empty: without a tag): `confirmed`, taken apart
 * - `contact`: contacts that reached an office, by channel
 *
 * The parts of `confirmed` are told by month as well (`country_month` and so on, at the first day of the month): two years of
 * every district by day would be too many rows for a page.
 */
export const dailySeries = [
  "view",
  "signed",
  "confirmed",
  "signed_confirmed",
  "country",
  "country_month",
  "district",
  "district_month",
  "locale",
  "locale_month",
  "source",
  "source_month",
  "contact",
] as const;

/**
 * Numbers by day: what the portal shows, so that none of its pages reads a signature. Written where `petition_totals` are,
 * in the same statements; the parts of a series add up to its whole.
 */
export const dailyNumbers = pgTable(
  "daily_numbers",
  {
    campaignId: id("campaign_id"),
    series: text("series", { enum: dailySeries }).notNull(),
    day: date("day").notNull(),
    value: text("value").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.series, table.day, table.value] })],
);

/** `signed` and `confirmed` by hour (UTC). */
export const hourlyNumbers = pgTable(
  "hourly_numbers",
  {
    campaignId: id("campaign_id"),
    series: text("series", { enum: ["signed", "confirmed"] }).notNull(),
    /** When the hour begins. */
    hour: moment("hour").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.series, table.hour] })],
);

/**
 * Sign forms that made a signature, recorded with it and added to the numbers afterwards. A row of its own, so that the count
 * outlives signatures that are deleted because nobody confirmed them.
 */
export const signedBacklog = pgTable("signed_backlog", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  campaignId: id("campaign_id"),
  /** When the hour of signing begins (UTC). */
  hour: moment("hour").notNull(),
  count: integer("count").notNull(),
});

/** Counted signatures whose signer said yes to a partner by name, and has not taken it back. */
export const partnerYesTotals = pgTable(
  "partner_yes_totals",
  {
    campaignId: id("campaign_id"),
    partnerId: id("partner_id"),
    count: integer("count").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.partnerId] }),
    index("partner_yes_totals_by_partner").on(table.partnerId),
  ],
);

/** A note beside the numbers of a campaign: what happened at that moment. */
export const numberNotes = pgTable(
  "number_notes",
  {
    id: id().primaryKey(),
    campaignId: id("campaign_id").references(() => campaigns.id),
    /** In whose name it was written; null: the host's. */
    partnerId: uuid("partner_id").references(() => partners.id),
    at: moment("at").notNull(),
    text: text("text").notNull(),
    /** The mailing that it tells of; null where somebody wrote it by hand. */
    mailingId: uuid("mailing_id"),
    /** Null where a mailing left by itself. */
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("number_notes_by_time").on(table.campaignId, table.at),
    unique("number_notes_of_mailing").on(table.mailingId, table.campaignId),
  ],
);
