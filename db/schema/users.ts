import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { partners } from "./partners";

/** What a member may do; see `permissions`. `legal_reviewer` means something for the host only. */
export const memberRoles = ["owner", "editor", "legal_reviewer", "translator", "analyst"] as const;

/** A person who signs in to the portal. Supporters have no account. */
export const users = pgTable("users", {
  id: id().primaryKey(),
  emailSealed: text("email_sealed").notNull(),
  /** Keyed hash of the address in lower case. */
  emailHash: text("email_hash").notNull().unique(),
  /** As colleagues see it. */
  nameSealed: text("name_sealed").notNull(),
  /** Of the portal and of its mails; one of `portalLocales`. */
  locale: text("locale").notNull(),
  createdAt: moment("created_at").notNull(),
  /** Signs in no more, whatever memberships say. */
  disabledAt: moment("disabled_at"),
});

/** What a person may do for one organization. A membership that ended stays, for the audit log's sake. */
export const memberships = pgTable(
  "memberships",
  {
    id: id().primaryKey(),
    userId: id("user_id").references(() => users.id),
    /** Null: the host. */
    partnerId: uuid("partner_id").references(() => partners.id),
    roles: text("roles").array().notNull(),
    /** A user; null for the first owner, whom a command makes. */
    invitedBy: uuid("invited_by"),
    createdAt: moment("created_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (table) => [
    // `nulls not distinct` has no place in an index of Drizzle: the host's memberships have an index of their own.
    uniqueIndex("memberships_of_partner").on(table.userId, table.partnerId).where(sql`${table.endedAt} is null`),
    uniqueIndex("memberships_of_host")
      .on(table.userId)
      .where(sql`${table.endedAt} is null and ${table.partnerId} is null`),
    index("memberships_by_organization").on(table.partnerId).where(sql`${table.endedAt} is null`),
  ],
);

/** Somebody is asked by mail to become a member. The mailed token stands here as a hash. */
export const invitations = pgTable(
  "invitations",
  {
    id: id().primaryKey(),
    /** Null: the host. */
    partnerId: uuid("partner_id").references(() => partners.id),
    emailSealed: text("email_sealed").notNull(),
    emailHash: text("email_hash").notNull(),
    roles: text("roles").array().notNull(),
    locale: text("locale").notNull(),
    invitedBy: id("invited_by").references(() => users.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** Null until the mail is written. */
    tokenHash: text("token_hash").unique(),
    acceptedAt: moment("accepted_at"),
    revokedAt: moment("revoked_at"),
  },
  (table) => [index("invitations_by_organization").on(table.partnerId, table.createdAt)],
);
