import { bigint, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";

/**
 * What staff did, append-only: a trigger refuses to change a row, and each row holds the hash of the one before it.
 * Facts are numbers, ids and settings, never a personal datum.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id().primaryKey(),
    at: moment("at").notNull(),
    /** Who: a user, or the person named to a command. */
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    campaignId: uuid("campaign_id"),
    /** The partner for which, or about which, it was done; null where it was the host's own affair. */
    partnerId: uuid("partner_id"),
    facts: jsonb("facts").notNull(),
    /** 1, 2, 3 … without a gap; null in rows older than the chain. */
    position: bigint("position", { mode: "number" }),
    /** `hash` of the row before; 64 zeros for the first. */
    previousHash: text("previous_hash"),
    /** SHA-256 of all the above, hexadecimal; see `auditHash`. */
    hash: text("hash"),
  },
  (table) => [
    index("audit_log_by_time").on(table.at),
    uniqueIndex("audit_log_position").on(table.position),
    index("audit_log_by_partner").on(table.partnerId, table.at),
  ],
);
