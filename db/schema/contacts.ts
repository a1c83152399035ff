import { sql } from "drizzle-orm";
import { char, date, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";

/** How somebody reached an office. */
export const contactChannels = ["phone", "form", "letter", "cwc"] as const;

/**
 * How far a contact is known to have come. `reported`: the person said what happened. `accepted` and `rejected` are
 * said by the gateway of Congress alone.
 */
export const contactStates = ["prepared", "opened", "submitted", "accepted", "rejected", "reported"] as const;

/** One contact of somebody with an office. It names nobody. */
export const contacts = pgTable(
  "contacts",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    /** The Congress by whose facts the office was found. */
    congress: smallint("congress").notNull(),
    /** The Bioguide id of the member, or the seat (`CA-14`) where it is vacant. */
    office: text("office").notNull(),
    usState: char("us_state", { length: 2 }).notNull(),
    /** Of the office: 0 = at large, null = senator. */
    usDistrict: smallint("us_district"),
    channel: text("channel", { enum: contactChannels }).notNull(),
    state: text("state", { enum: contactStates }).notNull(),
    /** What the person or the gateway said of it, by `contactOutcomes` of its channel. */
    outcome: text("outcome"),
    locale: text("locale").notNull(),
    /** Random, made with the form: the same press twice is one contact. */
    requestKey: id("request_key"),
    at: moment("at").notNull(),
    /** When the totals took it in. */
    countedAt: moment("counted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    uniqueIndex("contacts_once").on(table.campaignId, table.requestKey, table.channel, table.office),
    index("contacts_to_count").on(table.campaignId, table.id).where(sql`${table.countedAt} is null`),
    index("contacts_by_time").on(table.at),
  ],
);

/** Contacts that were counted, by office and day (UTC). What is here stays when the contacts are forgotten. */
export const contactTotals = pgTable(
  "contact_totals",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    office: text("office").notNull(),
    channel: text("channel", { enum: contactChannels }).notNull(),
    /** Empty where nothing is known of it: part of a key can't be null. */
    outcome: text("outcome").notNull(),
    day: date("day").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.office, table.channel, table.outcome, table.day] }),
    index("contact_totals_by_day").on(table.campaignId, table.day),
  ],
);
