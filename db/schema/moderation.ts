import { date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { petitions } from "./petitions";

/** The key under which networks are hashed for one day (UTC). The row is deleted when the day is over. */
export const networkKeys = pgTable("network_keys", {
  day: date("day", { mode: "string" }).primaryKey(),
  keySealed: text("key_sealed").notNull(),
});

/** Proofs of work that were used: each is good once. */
export const spentChallenges = pgTable(
  "spent_challenges",
  { challengeHash: text("challenge_hash").primaryKey(), expiresAt: moment("expires_at").notNull() },
  (table) => [index("spent_challenges_expiry").on(table.expiresAt)],
);

export const strikeStates = ["queued", "running", "done", "cancelled", "undoing", "undone"] as const;

/** Signatures struck together by staff, by criteria. Reversible: each signature names its strike. */
export const strikes = pgTable("strikes", {
  id: id().primaryKey(),
  campaignId: id("campaign_id").references(() => campaigns.id),
  petitionId: id("petition_id").references(() => petitions.id),
  /** Validated by `strikeCriteria`. */
  criteria: jsonb("criteria").notNull(),
  reason: text("reason").notNull(),
  state: text("state", { enum: strikeStates }).notNull(),
  /** How many signatures met the criteria when it was ordered. */
  matched: integer("matched").notNull(),
  /** How many were struck, or given back when it is being undone, so far. */
  progress: integer("progress").notNull().default(0),
  /** The last signature that was looked at. */
  cursor: uuid("cursor"),
  orderedBy: text("ordered_by").notNull(),
  orderedAt: moment("ordered_at").notNull(),
  finishedAt: moment("finished_at"),
});
