import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { partners } from "./partners";
import { signatures } from "./signatures";

/** Why an address gets no mail. `unsubscribed` stops what nobody asked for by a deed of their own: newsletters, reminders. */
export const suppressionReasons = ["bounced", "complained", "unsubscribed"] as const;

/** Addresses that get no mail, as keyed hashes: the list names nobody. */
export const suppressions = pgTable(
  "suppressions",
  {
    addressHash: text("address_hash").notNull(),
    reason: text("reason", { enum: suppressionReasons }).notNull(),
    since: moment("since").notNull(),
  },
  (table) => [primaryKey({ columns: [table.addressHash, table.reason] })],
);

/** Events of the mail service that were taken in, so that one which comes again is known. */
export const mailEvents = pgTable(
  "mail_events",
  {
    /** The `svix-id` header. */
    id: text("id").primaryKey(),
    type: text("type").notNull(),
    /** When it happened, by the service's clock. */
    at: moment("at").notNull(),
    receivedAt: moment("received_at").notNull(),
    /** The mail that it speaks of, and what follows from it for its mailbox; where neither is known, nothing is kept. */
    providerId: text("provider_id"),
    suppresses: text("suppresses", { enum: suppressionReasons }),
  },
  (table) => [
    index("mail_events_received").on(table.receivedAt),
    index("mail_events_by_provider").on(table.providerId).where(sql`${table.providerId} is not null`),
  ],
);

/** The secret of one mail's unsubscribe link. */
export const unsubscribeLinks = pgTable(
  "unsubscribe_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    campaignId: uuid("campaign_id").notNull(),
    signatureId: uuid("signature_id").notNull(),
    locale: text("locale").notNull(),
    /** Whose mail it stops: a partner's; null for the host's. */
    partnerId: uuid("partner_id").references(() => partners.id),
    /** The mailing that it stands in; no reference, because it outlives nothing that it needs. */
    mailingId: uuid("mailing_id"),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    foreignKey({
      columns: [table.campaignId, table.signatureId],
      foreignColumns: [signatures.campaignId, signatures.id],
    }).onDelete("cascade"),
    index("unsubscribe_links_by_signature").on(table.campaignId, table.signatureId),
    index("unsubscribe_links_expiry").on(table.expiresAt),
  ],
);
