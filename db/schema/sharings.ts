import { sql } from "drizzle-orm";
import { char, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { signatures } from "./signatures";

/**
 * Who says yes to an organization at present, so that it finds its people without going through everybody's consents.
 * Written in the transaction that writes the consents, and never the authority: whoever reads a person here asks
 * `consents` for the newest word and `signatures` for the state (`sharedWith`).
 */
export const sharings = pgTable(
  "sharings",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    signatureId: id("signature_id"),
    /** The partner; for the newsletter, the host. */
    recipientId: id("recipient_id"),
    /** By which the recipient knows the person: random, and another one for each recipient, so that lists can't be joined. */
    subjectId: uuid("subject_id").notNull().defaultRandom(),
    /** As they stand in the signature. */
    country: char("country", { length: 2 }).notNull(),
    locale: text("locale").notNull(),
    /** Since when the yes stands without a break; a yes that is said again changes nothing. */
    since: moment("since").notNull(),
    /** When it was taken back. The row stays, so that a later yes is by the same subject. */
    endedAt: moment("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.signatureId, table.recipientId] }),
    foreignKey({
      columns: [table.campaignId, table.signatureId],
      foreignColumns: [signatures.campaignId, signatures.id],
    }).onDelete("cascade"),
    uniqueIndex("sharings_by_subject").on(table.campaignId, table.subjectId),
    index("sharings_standing")
      .on(table.campaignId, table.recipientId, table.since, table.subjectId)
      .where(sql`${table.endedAt} is null`),
    index("sharings_by_country")
      .on(table.campaignId, table.recipientId, table.country, table.since, table.subjectId)
      .where(sql`${table.endedAt} is null`),
    index("sharings_by_locale")
      .on(table.campaignId, table.recipientId, table.locale, table.since, table.subjectId)
      .where(sql`${table.endedAt} is null`),
  ],
);
