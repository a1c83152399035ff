import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { partners } from "./partners";
import { users } from "./users";

/** What a file can say of each supporter besides the id by which the organization knows them. */
export const exportColumns = ["name", "email", "country", "locale", "consented_at", "wording_version"] as const;

/** `over` is the end, whatever it was. */
export const exportStates = ["waiting", "running", "ready", "over"] as const;

export const exportEnds = ["downloaded", "expired", "cancelled", "interrupted", "failed"] as const;

/** A file of supporters that somebody asked for. It holds no personal datum; its rows stand in `export_chunks`. */
export const supporterExports = pgTable(
  "supporter_exports",
  {
    id: id().primaryKey(),
    /** Null: the host's. */
    partnerId: uuid("partner_id").references(() => partners.id),
    /** Whose yeses: the partner, or the host. */
    recipientId: id("recipient_id"),
    requestedBy: id("requested_by").references(() => users.id),
    requestedAt: moment("requested_at").notNull(),
    /** Null: every campaign. */
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    /** Yeses since this moment … */
    sinceFrom: moment("since_from"),
    /** … and before this one. */
    sinceBefore: moment("since_before"),
    columns: text("columns", { enum: exportColumns }).array().notNull(),
    /** Begins with U+FEFF, by which some spreadsheets know UTF-8. */
    hasByteOrderMark: boolean("has_byte_order_mark").notNull(),
    reason: text("reason").notNull(),
    note: text("note"),
    state: text("state", { enum: exportStates }).notNull(),
    endedAs: text("ended_as", { enum: exportEnds }),
    /** Sharings there were when the work began; null before. */
    total: integer("total"),
    /** Of these, how many were looked at … */
    lookedAt: integer("looked_at").notNull().default(0),
    /** … and how many became a row. */
    written: integer("written").notNull().default(0),
    chunks: integer("chunks").notNull().default(0),
    /** The last sharing that was looked at; validated by `exportCursor`. */
    cursor: jsonb("cursor"),
    readyAt: moment("ready_at"),
    /** Then it can be downloaded no more. */
    expiresAt: moment("expires_at"),
    endedAt: moment("ended_at"),
    /** Downloads that were begun. */
    downloads: smallint("downloads").notNull().default(0),
    /** The download that is under way, until it has said nothing of itself for some minutes. */
    downloadId: uuid("download_id"),
    downloadingUntil: moment("downloading_until"),
  },
  (table) => [
    index("supporter_exports_by_organization").on(table.partnerId, table.requestedAt),
    index("supporter_exports_ready").on(table.expiresAt).where(sql`${table.state} = 'ready'`),
    index("supporter_exports_ended").on(table.endedAt).where(sql`${table.state} = 'over'`),
  ],
);

/** Rows of an export, some hundreds together. Deleted when it is over. */
export const exportChunks = pgTable(
  "export_chunks",
  {
    exportId: id("export_id").references(() => supporterExports.id, { onDelete: "cascade" }),
    /** 0, 1, 2 … */
    number: integer("number").notNull(),
    /** JSON of `exportRows`. */
    rowsSealed: text("rows_sealed").notNull(),
  },
  (table) => [primaryKey({ columns: [table.exportId, table.number] })],
);

/** Public keys of an organization (age-encryption.org/v1). While it has one, its exports leave encrypted to all of them. */
export const encryptionKeys = pgTable(
  "encryption_keys",
  {
    id: id().primaryKey(),
    /** Null: the host's. */
    partnerId: uuid("partner_id").references(() => partners.id),
    /** Whose or which key it is, as the organization calls it. */
    label: text("label").notNull(),
    /** `age1…`; holds no secret. */
    recipient: text("recipient").notNull(),
    addedBy: id("added_by").references(() => users.id),
    addedAt: moment("added_at").notNull(),
    removedAt: moment("removed_at"),
  },
  (table) => [index("encryption_keys_by_organization").on(table.partnerId).where(sql`${table.removedAt} is null`)],
);
