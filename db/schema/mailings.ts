import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { partners } from "./partners";
import { signatures } from "./signatures";
import { users } from "./users";

/** `stopped`: too many of its readers called it spam; only the host lets it go on. */
export const mailingStates = ["draft", "scheduled", "sending", "paused", "done", "stopped", "cancelled"] as const;

/**
 * Who or what let a mailing pause: somebody; a missing agreement about data; its organization is paused; another of its
 * mailings was stopped by complaints; a fault of ours.
 */
export const mailingPauses = ["person", "agreement", "partner", "blocked", "fault"] as const;

/** An update that an organization mails to the supporters who said yes to it. It holds no personal datum of theirs. */
export const mailings = pgTable(
  "mailings",
  {
    id: id().primaryKey(),
    /** Null: the host's. */
    partnerId: uuid("partner_id").references(() => partners.id),
    /** Whose yeses: the partner, or the host. */
    recipientId: id("recipient_id"),
    /** Null: every campaign. */
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    /** For colleagues; readers see the subject. */
    name: text("name").notNull(),
    /** The language for readers in whose own there is no text. */
    sourceLocale: text("source_locale").notNull(),
    /** Postal address of the organization, for the small print; empty where it gives none. */
    postalAddress: text("postal_address").notNull().default(""),
    state: text("state", { enum: mailingStates }).notNull(),
    pausedWhy: text("paused_why", { enum: mailingPauses }),
    scheduledAt: moment("scheduled_at"),
    /** In which the moment was chosen; IANA. */
    timeZone: text("time_zone"),
    createdBy: id("created_by").references(() => users.id),
    createdAt: moment("created_at").notNull(),
    /** Yeses said after it are not asked: the list then has an end. */
    startedAt: moment("started_at"),
    endedAt: moment("ended_at"),
    /** The last sharing that was looked at; validated by `exportCursor`. */
    cursor: jsonb("cursor"),
    /** Sharings there were at the start … */
    total: integer("total").notNull().default(0),
    /** … how many of them were looked at … */
    lookedAt: integer("looked_at").notNull().default(0),
    /** … and how many got a row in `mailing_deliveries`. */
    picked: integer("picked").notNull().default(0),
    sent: integer("sent").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    bounced: integer("bounced").notNull().default(0),
    complained: integer("complained").notNull().default(0),
    unsubscribed: integer("unsubscribed").notNull().default(0),
    /** What there was of both when the host let a stopped mailing go on: it counts anew from there. */
    excusedComplaints: integer("excused_complaints").notNull().default(0),
    excusedDelivered: integer("excused_delivered").notNull().default(0),
  },
  (table) => [
    index("mailings_by_organization").on(table.partnerId, table.createdAt),
    index("mailings_due").on(table.scheduledAt).where(sql`${table.state} = 'scheduled'`),
    index("mailings_stopped").on(table.partnerId).where(sql`${table.state} = 'stopped'`),
    index("mailings_ended").on(table.endedAt).where(sql`${table.endedAt} is not null`),
  ],
);

/** The words of a mailing in one language. They stand still from the moment it is scheduled or sent. */
export const mailingTexts = pgTable(
  "mailing_texts",
  {
    mailingId: id("mailing_id").references(() => mailings.id, { onDelete: "cascade" }),
    locale: text("locale").notNull(),
    subject: text("subject").notNull(),
    /** Markdown. */
    body: text("body").notNull(),
    changedBy: id("changed_by").references(() => users.id),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.mailingId, table.locale] })],
);

/**
 * - `waiting`: a job in the outbox is to write and send it
 * - `held`: its job came while the mailing was paused; going on asks for another job
 * - `sent`: the mail service took it; `skipped`: its reader may have no mail any more; `failed`: given up
 */
export const mailingDeliveryStates = ["waiting", "held", "sent", "skipped", "failed"] as const;

/**
 * One mail of a mailing to one supporter, made in the transaction of its job, so that no supporter gets two. It names
 * nobody, goes with the signature, and is deleted some time after the mailing; the totals stay.
 */
export const mailingDeliveries = pgTable(
  "mailing_deliveries",
  {
    id: id().primaryKey(),
    mailingId: id("mailing_id").references(() => mailings.id, { onDelete: "cascade" }),
    campaignId: id("campaign_id"),
    signatureId: id("signature_id"),
    /** Keyed hash of the mailbox, of this mailing alone, so that who signed twice gets one mail. Dropped at the end. */
    mailboxHash: text("mailbox_hash"),
    state: text("state", { enum: mailingDeliveryStates }).notNull(),
    /** When the mail was written. From then on it may have left, whatever we heard of it. */
    writtenAt: moment("written_at"),
    sentAt: moment("sent_at"),
    /** Under which the mail service speaks of it. */
    providerId: text("provider_id"),
    bouncedAt: moment("bounced_at"),
    complainedAt: moment("complained_at"),
  },
  (table) => [
    unique("mailing_deliveries_once").on(table.mailingId, table.campaignId, table.signatureId),
    uniqueIndex("mailing_deliveries_one_per_mailbox")
      .on(table.mailingId, table.mailboxHash)
      .where(sql`${table.mailboxHash} is not null`),
    foreignKey({
      columns: [table.campaignId, table.signatureId],
      foreignColumns: [signatures.campaignId, signatures.id],
    }).onDelete("cascade"),
    index("mailing_deliveries_by_signature").on(table.campaignId, table.signatureId),
    index("mailing_deliveries_open").on(table.mailingId, table.state).where(sql`${table.state} in ('waiting', 'held')`),
    index("mailing_deliveries_by_provider").on(table.providerId).where(sql`${table.providerId} is not null`),
  ],
);
