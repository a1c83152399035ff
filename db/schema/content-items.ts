import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { hosts } from "./hosts";
import { partners } from "./partners";

/** What is written, translated, reviewed and published. */
export const contentKinds = [
  "campaign",
  "petition",
  "principle",
  "partner_action",
  "update",
  "consent_wording",
] as const;

/** draft → in_review → approved → published → archived. A draft that is sent back is a draft again. */
export const revisionStates = ["draft", "in_review", "approved", "published", "archived"] as const;

/**
 * One text in all its languages and versions. What readers see stands in the tables of its kind
 * (`campaign_translations`, `update_translations` …): publishing a revision writes it there in the same transaction.
 */
export const contentItems = pgTable(
  "content_items",
  {
    id: id().primaryKey(),
    hostId: id("host_id").references(() => hosts.id),
    /** The partner whose text it is; null for the host's own. */
    partnerId: uuid("partner_id").references(() => partners.id),
    kind: text("kind", { enum: contentKinds }).notNull(),
    /** The item in the table of its kind: the slug of a campaign, principle, action or update; the purpose of a consent. */
    key: text("key").notNull(),
    /** The language that the others are translated from. */
    sourceLocale: text("source_locale").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [uniqueIndex("content_items_key").on(table.kind, table.key)],
);

/** Every version of every translation. Rows are never edited once they left `draft`, except in what is said of them. */
export const contentRevisions = pgTable(
  "content_revisions",
  {
    itemId: id("item_id").references(() => contentItems.id),
    locale: text("locale").notNull(),
    /** 1, 2, 3 … in its language. */
    number: integer("number").notNull(),
    /**
     * The revision of the source that this is a translation of; null in the source's language. It is stale while
     * the published revision of the source has a higher number and says something else.
     */
    sourceNumber: integer("source_number"),
    state: text("state", { enum: revisionStates }).notNull(),
    /** Validated by the schema of the kind. */
    fields: jsonb("fields").notNull(),
    /** SHA-256 of `fields` in a canonical order, hexadecimal. */
    sha256: text("sha256").notNull(),
    /** Drafted by a machine. Readers are told until `reviewed_by` names a person. */
    isMachineDraft: boolean("is_machine_draft").notNull(),
    /** A user, or the person named to a command. */
    writtenBy: text("written_by").notNull(),
    writtenAt: moment("written_at").notNull(),
    /** Never the one who wrote it. */
    reviewedBy: text("reviewed_by"),
    reviewedAt: moment("reviewed_at"),
    /** For the wording of a consent. */
    legallyReviewedBy: text("legally_reviewed_by"),
    legallyReviewedAt: moment("legally_reviewed_at"),
    /** Who gave a draft back after it was submitted, and what is to be done. Empty again once it is submitted. */
    sentBackBy: text("sent_back_by"),
    sentBackReason: text("sent_back_reason"),
    publishedBy: text("published_by"),
    publishedAt: moment("published_at"),
    archivedAt: moment("archived_at"),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.locale, table.number] }),
    uniqueIndex("content_revisions_published").on(table.itemId, table.locale).where(sql`${table.state} = 'published'`),
    index("content_revisions_by_state").on(table.state, table.locale),
  ],
);

/** Addresses of a campaign, principle or update by language. An old one leads to the current one for good. */
export const contentSlugs = pgTable(
  "content_slugs",
  {
    kind: text("kind", { enum: contentKinds }).notNull(),
    locale: text("locale").notNull(),
    slug: text("slug").notNull(),
    itemId: id("item_id"),
    isCurrent: boolean("is_current").notNull(),
    since: moment("since").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.locale, table.slug] }),
    foreignKey({ columns: [table.itemId], foreignColumns: [contentItems.id] }),
    uniqueIndex("content_slugs_current").on(table.itemId, table.locale).where(sql`${table.isCurrent}`),
  ],
);
