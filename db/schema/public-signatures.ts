import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { signatures } from "./signatures";

/**
 * What a signer wants to be seen of their signature on the delivered petition. A signature without a row here is counted and
 * shown nowhere. The yes itself is in `consents`; taking it back deletes the row.
 */
export const publicSignatures = pgTable(
  "public_signatures",
  {
    campaignId: id("campaign_id"),
    signatureId: id("signature_id"),
    showsName: boolean("shows_name").notNull(),
    /** Null where nothing was written, and once it was rejected. */
    commentSealed: text("comment_sealed"),
    /** Nothing is shown before somebody has read it. */
    commentState: text("comment_state", { enum: ["none", "waiting", "approved", "rejected"] }).notNull(),
    recordedAt: moment("recorded_at").notNull(),
    moderatedAt: moment("moderated_at"),
    moderatedBy: uuid("moderated_by"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.signatureId] }),
    foreignKey({
      columns: [table.campaignId, table.signatureId],
      foreignColumns: [signatures.campaignId, signatures.id],
    }).onDelete("cascade"),
    index("public_signatures_comments")
      .on(table.campaignId, table.commentState, table.signatureId)
      .where(sql`${table.commentState} <> 'none'`),
  ],
);
