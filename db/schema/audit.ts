import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";

/** What staff did, append-only. Facts are numbers, ids and settings, never a personal datum. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id().primaryKey(),
    at: moment("at").notNull(),
    /** Who: a user, or the person named to a command. */
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    campaignId: uuid("campaign_id"),
    facts: jsonb("facts").notNull(),
  },
  (table) => [index("audit_log_by_time").on(table.at)],
);
