import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { partners } from "./partners";

/** A partner asks the host to bring a campaign, or changes to it, before the public. One request is open at a time. */
export const campaignApprovals = pgTable(
  "campaign_approvals",
  {
    id: id().primaryKey(),
    campaignId: id("campaign_id").references(() => campaigns.id),
    partnerId: id("partner_id").references(() => partners.id),
    /** A user, as below. */
    requestedBy: text("requested_by").notNull(),
    requestedAt: moment("requested_at").notNull(),
    /** For the host, from those who ask. */
    note: text("note"),
    decision: text("decision", { enum: ["approved", "sent_back", "withdrawn"] }),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    /** Why it was sent back: what is to be done. */
    reason: text("reason"),
  },
  (table) => [
    uniqueIndex("campaign_approvals_open").on(table.campaignId).where(sql`${table.decidedAt} is null`),
    index("campaign_approvals_by_campaign").on(table.campaignId, table.requestedAt),
  ],
);
