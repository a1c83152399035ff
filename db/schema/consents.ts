import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { hosts } from "./hosts";
import { partners } from "./partners";
import { signatures } from "./signatures";

export const consentPurposes = [
  "petition",
  "newsletter",
  "partner_sharing",
  "public_name",
  "public_comment",
  "endorsement",
] as const;

/** The exact words that were agreed to. A changed wording is a new version; rows are never edited. */
export const consentWordings = pgTable(
  "consent_wordings",
  {
    id: id().primaryKey(),
    hostId: id("host_id").references(() => hosts.id),
    purpose: text("purpose", { enum: consentPurposes }).notNull(),
    version: integer("version").notNull(),
    locale: text("locale").notNull(),
    /** May hold the placeholder {{partner}}; the consent names the partner. */
    text: text("text").notNull(),
    /** SHA-256 of `text`, hexadecimal. */
    sha256: text("sha256").notNull(),
  },
  (table) => [uniqueIndex("consent_wordings_version").on(table.hostId, table.purpose, table.version, table.locale)],
);

/**
 * A supporter's dated yes or no to one purpose, one recipient and one wording. Append-only: taking a yes
 * back is a new row. A row is written when the mailbox's owner confirms, never before.
 */
export const consents = pgTable(
  "consents",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    signatureId: id("signature_id"),
    purpose: text("purpose", { enum: consentPurposes }).notNull(),
    /** The recipient, for `partner_sharing`. */
    partnerId: uuid("partner_id").references(() => partners.id),
    granted: boolean("granted").notNull(),
    wordingId: id("wording_id").references(() => consentWordings.id),
    locale: text("locale").notNull(),
    source: text("source", { enum: ["sign_form", "confirm_page", "unsubscribe", "withdrawal"] }).notNull(),
    /** Whether the browser sent `Sec-GPC: 1` with the form. */
    gpc: boolean("gpc").notNull(),
    /** When the form was sent. */
    givenAt: moment("given_at").notNull(),
    /** When the mailbox's owner confirmed. */
    recordedAt: moment("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    foreignKey({
      columns: [table.campaignId, table.signatureId],
      foreignColumns: [signatures.campaignId, signatures.id],
    }).onDelete("cascade"),
    index("consents_by_signature").on(table.campaignId, table.signatureId, table.purpose),
    index("consents_by_partner").on(table.campaignId, table.partnerId),
  ],
);
