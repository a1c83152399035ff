import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { hosts } from "./hosts";
import { partners } from "./partners";
import { users } from "./users";

/** The contract about personal data between host and partners, by version; a row is never edited. */
export const agreements = pgTable(
  "agreements",
  {
    id: id().primaryKey(),
    hostId: id("host_id").references(() => hosts.id),
    kind: text("kind", { enum: ["data_processing"] }).notNull(),
    version: integer("version").notNull(),
    /** Markdown by locale; English is the one that binds. */
    body: jsonb("body").notNull(),
    /** SHA-256 of the English text, hexadecimal. */
    sha256: text("sha256").notNull(),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [uniqueIndex("agreements_version").on(table.hostId, table.kind, table.version)],
);

/** An owner of a partner accepted a version. Without one of the newest version, and in its time, a partner sees no personal datum. */
export const agreementAcceptances = pgTable(
  "agreement_acceptances",
  {
    id: id().primaryKey(),
    agreementId: id("agreement_id").references(() => agreements.id),
    partnerId: id("partner_id").references(() => partners.id),
    acceptedBy: id("accepted_by").references(() => users.id),
    acceptedAt: moment("accepted_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [index("agreement_acceptances_by_partner").on(table.partnerId, table.acceptedAt)],
);
