import {
  bigint,
  bigserial,
  char,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { id, moment } from "./columns";

/** Counted signatures of a petition. Written by the roll-up alone, so that nobody who signs waits for it. */
export const petitionTotals = pgTable(
  "petition_totals",
  {
    campaignId: id("campaign_id"),
    petitionId: id("petition_id"),
    count: integer("count").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.petitionId] })],
);

/** `usState` and `usDistrict` of signatures that have none: part of a key can't be null. */
export const NO_STATE = "";
export const NO_DISTRICT = -1;

/** The same signatures by place. With `regionBacklog` they add up to `petitionTotals`. */
export const regionTotals = pgTable(
  "region_totals",
  {
    campaignId: id("campaign_id"),
    petitionId: id("petition_id"),
    country: char("country", { length: 2 }).notNull(),
    usState: text("us_state").notNull(),
    usDistrict: smallint("us_district").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.petitionId, table.country, table.usState, table.usDistrict] }),
  ],
);

/** Counted while the break-down by region was paused; added to `regionTotals` and `dailyNumbers` afterwards. */
export const regionBacklog = pgTable(
  "region_backlog",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    campaignId: id("campaign_id"),
    petitionId: id("petition_id"),
    country: char("country", { length: 2 }).notNull(),
    usState: text("us_state").notNull(),
    usDistrict: smallint("us_district").notNull(),
    /** On which it was confirmed; null where the numbers by day never heard of it. */
    day: date("day"),
    delta: integer("delta").notNull(),
  },
  (table) => [index("region_backlog_by_petition").on(table.campaignId, table.petitionId)],
);

/** What the nightly recount found. */
export const recounts = pgTable("recounts", {
  id: id().primaryKey(),
  campaignId: id("campaign_id"),
  petitionId: id("petition_id"),
  /** Signatures that are stamped as counted. */
  rows: bigint("rows", { mode: "number" }).notNull(),
  /** What the totals say: altogether, and summed over the regions. */
  total: bigint("total", { mode: "number" }).notNull(),
  regions: bigint("regions", { mode: "number" }).notNull(),
  at: moment("at").notNull(),
});
