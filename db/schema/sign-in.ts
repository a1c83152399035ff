import { bigint, boolean, index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, moment } from "./columns";
import { users } from "./users";

/**
 * Somebody asked for a mail to sign in. There is a row for unknown addresses too: the mail is written later, and only
 * to a user, so that nothing about the answer tells who is one. Secrets are hashes, set when the mail is written.
 */
export const signInRequests = pgTable(
  "sign_in_requests",
  {
    id: id().primaryKey(),
    emailHash: text("email_hash").notNull(),
    locale: text("locale").notNull(),
    /** The session that asks for a proof before a grave step; null for signing in. */
    sessionId: uuid("session_id"),
    tokenHash: text("token_hash").unique(),
    codeHash: text("code_hash"),
    codeAttempts: smallint("code_attempts").notNull().default(0),
    requestedAt: moment("requested_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    index("sign_in_requests_by_address").on(table.emailHash, table.requestedAt),
    index("sign_in_requests_by_time").on(table.requestedAt),
  ],
);

/** Somebody is signed in on one device. The cookie's secret stands here as a hash. */
export const sessions = pgTable(
  "sessions",
  {
    id: id().primaryKey(),
    userId: id("user_id").references(() => users.id),
    tokenHash: text("token_hash").notNull().unique(),
    method: text("method", { enum: ["mail", "passkey"] }).notNull(),
    /** Browser and system in a word each, so that a person knows their devices apart. */
    device: text("device").notNull(),
    createdAt: moment("created_at").notNull(),
    /** Written once in a few minutes at most. */
    seenAt: moment("seen_at").notNull(),
    /** When the person last proved who they are. */
    provenAt: moment("proven_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (table) => [index("sessions_by_user").on(table.userId, table.createdAt)],
);

/** A credential that a device keeps (WebAuthn Level 3). It holds no secret. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id().primaryKey(),
    userId: id("user_id").references(() => users.id),
    /** Base64url, as the browser names it. */
    credentialId: text("credential_id").notNull().unique(),
    /** COSE. */
    publicKey: bytes("public_key").notNull(),
    /** How often it signed, where the device counts. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    /** Copied to the person's other devices by their maker. */
    isBackedUp: boolean("is_backed_up").notNull(),
    /** As its owner calls it. */
    name: text("name").notNull(),
    createdAt: moment("created_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [index("passkeys_by_user").on(table.userId)],
);

/** Challenges that were answered: each is good once. */
export const spentPasskeyChallenges = pgTable(
  "spent_passkey_challenges",
  { challengeHash: text("challenge_hash").primaryKey(), expiresAt: moment("expires_at").notNull() },
  (table) => [index("spent_passkey_challenges_expiry").on(table.expiresAt)],
);
