import { bigint, boolean, char, index, integer, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { users } from "./users";

/**
 * A petition made ready to be handed to those who decide: documents and tables of one moment. Not to be taken for `deliveries`,
 * which are messages of single people to offices.
 */
export const petitionDeliveries = pgTable(
  "petition_deliveries",
  {
    id: id().primaryKey(),
    campaignId: id("campaign_id").references(() => campaigns.id),
    requestedBy: id("requested_by").references(() => users.id),
    createdAt: moment("created_at").notNull(),
    /** The language of the documents. */
    locale: text("locale").notNull(),
    /** A version for each member of Congress whose state or district has enough signatures. */
    forLawmakers: boolean("for_lawmakers").notNull(),
    /**
     * `ended`: its files are gone, because somebody shown in them has taken that back, their time was over, or a member deleted
     * them.
     */
    state: text("state", { enum: ["making", "ready", "ended", "failed"] }).notNull(),
    endReason: text("end_reason", { enum: ["takenBack", "tooOld", "deleted"] }),
    /** Rises when it begins anew; a piece of work of an earlier beginning is thrown away. */
    beginning: integer("beginning").notNull(),
    /** The moment that the documents speak of. */
    asOf: moment("as_of").notNull(),
    /** What they say, without anybody's name; validated by `deliveryFacts`. Null until it is gathered. */
    facts: jsonb("facts"),
    /** How far the work is: pieces done and pieces altogether. */
    done: integer("done").notNull(),
    total: integer("total").notNull(),
    /** Where the next piece begins; validated by `deliveryCursor`. */
    cursor: jsonb("cursor").notNull(),
    /** SHA-256 of the list of all files with theirs, hexadecimal: made anew from the same facts it is the same. */
    sha256: text("sha256"),
    readyAt: moment("ready_at"),
    endedAt: moment("ended_at"),
  },
  (table) => [
    index("petition_deliveries_by_campaign").on(table.campaignId, table.createdAt),
    index("petition_deliveries_by_state").on(table.state, table.readyAt),
  ],
);

/** Whose name or words a delivery shows, so that it ends when one of them takes that back. */
export const petitionDeliveryPeople = pgTable(
  "petition_delivery_people",
  {
    deliveryId: id("delivery_id").references(() => petitionDeliveries.id, { onDelete: "cascade" }),
    signatureId: id("signature_id"),
    campaignId: id("campaign_id"),
    country: char("country", { length: 2 }).notNull(),
    usState: char("us_state", { length: 2 }),
    usDistrict: smallint("us_district"),
    showsName: boolean("shows_name").notNull(),
    showsComment: boolean("shows_comment").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.signatureId] }),
    index("petition_delivery_people_by_place").on(table.deliveryId, table.usState, table.usDistrict, table.signatureId),
  ],
);

/** A finished file of a delivery. */
export const petitionDeliveryFiles = pgTable(
  "petition_delivery_files",
  {
    deliveryId: id("delivery_id").references(() => petitionDeliveries.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    position: integer("position").notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    /** Hexadecimal. */
    sha256: text("sha256").notNull(),
    /** As ZIP files have it. */
    crc32: bigint("crc32", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.name] })],
);

/** The content of a file, part by part; sealed, because it may name people. */
export const petitionDeliveryParts = pgTable(
  "petition_delivery_parts",
  {
    deliveryId: id("delivery_id").references(() => petitionDeliveries.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    number: integer("number").notNull(),
    /** Base64 of the bytes, sealed. */
    bodySealed: text("body_sealed").notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.name, table.number] })],
);
