import { sql } from "drizzle-orm";
import { boolean, char, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { consentWordings } from "./consents";

export const endorsementKinds = ["organization", "researcher", "technologist"] as const;

/**
 * An organization, researcher or technologist who wants to stand under a campaign in public. What was entered stays sealed;
 * what readers see stands in `publicEndorsements`.
 */
export const endorsements = pgTable(
  "endorsements",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    kind: text("kind", { enum: endorsementKinds }).notNull(),
    /** `pending` until the mailbox's owner confirms, `confirmed` until somebody of the campaign has read it. */
    state: text("state", {
      enum: ["pending", "confirmed", "approved", "rejected", "hidden", "removed"],
    }).notNull(),
    /** JSON of `endorsementContent`; null once it was removed. */
    contentSealed: text("content_sealed"),
    emailSealed: text("email_sealed"),
    /** One hash per mailbox and campaign; null once it was removed. */
    mailboxHash: text("mailbox_hash"),
    /** ISO 3166-1 alpha-2. */
    country: char("country", { length: 2 }).notNull(),
    locale: text("locale").notNull(),
    /** The words that were agreed to, and whether the browser sent `Sec-GPC: 1`. */
    wordingId: id("wording_id").references(() => consentWordings.id),
    gpc: boolean("gpc").notNull(),
    /** Hints for who reads it (`signatureSignals`). */
    signals: text("signals").array().notNull().default(sql`'{}'`),
    sentAt: moment("sent_at").notNull(),
    confirmedAt: moment("confirmed_at"),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by"),
    /** Why it was rejected or hidden, as its author was told. */
    reasonSealed: text("reason_sealed"),
    removedAt: moment("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    uniqueIndex("endorsements_one_per_mailbox")
      .on(table.campaignId, table.mailboxHash)
      .where(sql`${table.state} in ('confirmed', 'approved', 'hidden')`),
    index("endorsements_by_mailbox").on(table.campaignId, table.mailboxHash, table.sentAt),
    index("endorsements_by_state").on(table.campaignId, table.state, table.sentAt),
    index("endorsements_over").on(table.state, table.sentAt),
  ],
);

/** What readers see: written when an endorsement is approved, deleted when it is hidden or removed. */
export const publicEndorsements = pgTable(
  "public_endorsements",
  {
    campaignId: id("campaign_id"),
    id: id(),
    kind: text("kind", { enum: endorsementKinds }).notNull(),
    name: text("name").notNull(),
    affiliation: text("affiliation").notNull(),
    role: text("role").notNull(),
    country: char("country", { length: 2 }).notNull(),
    sentence: text("sentence").notNull(),
    website: text("website").notNull(),
    /** The language of the form that it was written in. */
    locale: text("locale").notNull(),
    since: moment("since").notNull(),
    /** Name, affiliation, role and sentence in one spelling, to be searched. */
    searched: text("searched").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    foreignKey({
      columns: [table.campaignId, table.id],
      foreignColumns: [endorsements.campaignId, endorsements.id],
    }).onDelete("cascade"),
    index("public_endorsements_by_kind").on(table.campaignId, table.kind, table.country, table.since),
  ],
);

/** A mailed link: to confirm an endorsement, or to see and remove it. */
export const endorsementLinks = pgTable(
  "endorsement_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    campaignId: id("campaign_id"),
    endorsementId: id("endorsement_id"),
    purpose: text("purpose", { enum: ["confirm", "manage"] }).notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.campaignId, table.endorsementId],
      foreignColumns: [endorsements.campaignId, endorsements.id],
    }).onDelete("cascade"),
    index("endorsement_links_by_endorsement").on(table.campaignId, table.endorsementId, table.createdAt),
    index("endorsement_links_expiry").on(table.expiresAt),
  ],
);
