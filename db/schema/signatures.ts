import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  char,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";
import { petitions } from "./petitions";

interface CountColumns {
  state: AnyPgColumn;
  heldAt: AnyPgColumn;
  country: AnyPgColumn;
  usState: AnyPgColumn;
  usDistrict: AnyPgColumn;
  locale: AnyPgColumn;
  sharedWith: AnyPgColumn;
  countedAt: AnyPgColumn;
  countedCountry: AnyPgColumn;
  countedUsState: AnyPgColumn;
  countedUsDistrict: AnyPgColumn;
  countedLocale: AnyPgColumn;
  countedSharedWith: AnyPgColumn;
}

/** Whether a signature belongs in the totals. */
export function isCountable(table: Pick<CountColumns, "state" | "heldAt">): SQL {
  return sql`(${table.state} = 'confirmed' and ${table.heldAt} is null)`;
}

/**
 * Whether the totals have yet to take a signature in, to let it go, or to move it: to another region or language, or among
 * the partners that were said yes to. The words are the predicate of an index: a query that uses it must ask in just
 * these words.
 */
export function isMiscounted(table: CountColumns): SQL {
  return sql`(${isCountable(table)} <> (${table.countedAt} is not null) or (${table.countedAt} is not null and ${isCountable(table)} and (${table.countedCountry}, ${table.countedUsState}, ${table.countedUsDistrict}, ${table.countedLocale}, ${table.countedSharedWith}) is distinct from (${table.country}, ${table.usState}, ${table.usDistrict}, ${table.locale}, ${table.sharedWith})))`;
}

/**
 * Whether something was noted of a signature that nobody has looked at, and it is not held. The words are the predicate of
 * an index: a query that uses it must ask in just these words.
 */
export function isSuspicious(table: { signals: AnyPgColumn; heldAt: AnyPgColumn; releasedAt: AnyPgColumn }): SQL {
  return sql`(${table.signals} <> '{}' and ${table.heldAt} is null and ${table.releasedAt} is null)`;
}

/**
 * One supporter's name under one petition. Only rows that are `confirmed` and not held are counted. Personal columns end in
 * `Sealed` (authenticated encryption with keys outside the database) or `Hash` (keyed, per campaign).
 * The campaign leads every key, so that the table can be distributed by it.
 */
export const signatures = pgTable(
  "signatures",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    petitionId: id("petition_id").references(() => petitions.id),
    state: text("state", { enum: ["pending", "confirmed", "withdrawn", "struck"] }).notNull(),
    /** One hash per mailbox, made from `canonicalMailbox`. */
    mailboxHash: text("mailbox_hash").notNull(),
    /** One hash per mailbox and normalized name. */
    identityHash: text("identity_hash").notNull(),
    /** First or second person on one mailbox; there is no third. */
    mailboxSlot: smallint("mailbox_slot").notNull(),
    nameSealed: text("name_sealed").notNull(),
    emailSealed: text("email_sealed").notNull(),
    /** ISO 3166-1 alpha-2 as chosen by the signer; ZZ = prefer not to say. */
    country: char("country", { length: 2 }).notNull(),
    /** Where the postal code names one state, and one district, of the United States. */
    usState: char("us_state", { length: 2 }),
    usDistrict: smallint("us_district"),
    locale: text("locale").notNull(),
    /** The tag of the link that led to the form; see `sourceTag`. It never changes. */
    source: text("source"),
    /** Never changes. */
    signedAt: moment("signed_at").notNull(),
    /** Once set, it never changes. */
    confirmedAt: moment("confirmed_at"),
    withdrawnAt: moment("withdrawn_at"),
    /** When the one reminder was sent, or was decided against. */
    remindedAt: moment("reminded_at"),

    /** Keyed hash of the network it came from, under a key that is destroyed daily; no IP address is stored. */
    networkHash: text("network_hash"),
    /** Keyed hash of the address's domain, for staff who strike by domain. */
    domainHash: text("domain_hash"),
    /** Hints for staff (`signatureSignals`); none of them refuses anybody. */
    signals: text("signals").array().notNull().default(sql`'{}'`),
    /** Waits for staff; not counted meanwhile, whatever its state is. */
    heldAt: moment("held_at"),
    /** Staff let it go; it is not held again. */
    releasedAt: moment("released_at"),
    /** The strike that struck it; see `strikes`. */
    strikeId: uuid("strike_id"),

    /**
     * Partners to which a yes stands, in the order of their ids; null for none. Kept with each row of `consents`, for the
     * numbers alone: whether somebody agreed is told by `consents`.
     */
    sharedWith: uuid("shared_with").array(),

    /**
     * When the totals took it in, and where: a correction or withdrawal is subtracted just there. Without a
     * `countedLocale` it was counted before there were numbers by day, and they have yet to take it in.
     */
    countedAt: moment("counted_at"),
    countedCountry: char("counted_country", { length: 2 }),
    countedUsState: char("counted_us_state", { length: 2 }),
    countedUsDistrict: smallint("counted_us_district"),
    countedLocale: text("counted_locale"),
    countedSharedWith: uuid("counted_shared_with").array(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    uniqueIndex("signatures_one_per_identity")
      .on(table.campaignId, table.petitionId, table.identityHash)
      .where(sql`${table.state} <> 'withdrawn'`),
    uniqueIndex("signatures_two_per_mailbox")
      .on(table.campaignId, table.petitionId, table.mailboxHash, table.mailboxSlot)
      .where(sql`${table.state} <> 'withdrawn'`),
    check("signatures_mailbox_slot", sql`${table.mailboxSlot} in (1, 2)`),
    index("signatures_pending").on(table.remindedAt, table.signedAt).where(sql`${table.state} = 'pending'`),
    index("signatures_to_count").on(table.petitionId).where(isMiscounted(table)),
    index("signatures_by_network")
      .on(table.campaignId, table.petitionId, table.networkHash, table.signedAt)
      .where(sql`${table.networkHash} is not null`),
    index("signatures_held").on(table.campaignId, table.petitionId, table.id).where(sql`${table.heldAt} is not null`),
    index("signatures_suspicious").on(table.campaignId, table.petitionId, table.id).where(isSuspicious(table)),
    index("signatures_withdrawn")
      .on(table.campaignId, table.petitionId, table.mailboxHash)
      .where(sql`${table.state} = 'withdrawn'`),
    index("signatures_withdrawn_at").on(table.withdrawnAt).where(sql`${table.state} = 'withdrawn'`),
    index("signatures_struck").on(table.campaignId, table.strikeId, table.id).where(sql`${table.strikeId} is not null`),
  ],
);

/**
 * One request to the owner of a mailbox to confirm a signature. The link's token and the typed code stand
 * here as hashes only, beside what this very form post said: a later post by somebody else changes nothing
 * about what an earlier mail confirms, and the signer's own correction counts once its mail is confirmed.
 */
export const confirmations = pgTable(
  "confirmations",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    signatureId: id("signature_id"),
    /** When the form was sent; a renewed link keeps the form's own time. */
    givenAt: moment("given_at").notNull(),
    /** Validated by `consentChoices`. */
    choices: jsonb("choices").notNull(),
    country: char("country", { length: 2 }).notNull(),
    /** Kept only until the signer was led to their lawmakers; see `forgetWhatIsOver`. */
    postalCodeSealed: text("postal_code_sealed"),
    /** Null until the mail is written. */
    tokenHash: text("token_hash"),
    codeHash: text("code_hash"),
    codeAttempts: smallint("code_attempts").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    /** The petition was under attack and the form came without a proof of work: the mail holds the code, no link. */
    byCodeOnly: boolean("by_code_only").notNull().default(false),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    foreignKey({
      columns: [table.campaignId, table.signatureId],
      foreignColumns: [signatures.campaignId, signatures.id],
    }).onDelete("cascade"),
    index("confirmations_with_postal_code").on(table.usedAt).where(sql`${table.postalCodeSealed} is not null`),
    index("confirmations_with_code").on(table.expiresAt).where(sql`${table.codeHash} is not null`),
    index("confirmations_by_token").on(table.tokenHash),
    index("confirmations_by_signature").on(table.campaignId, table.signatureId, table.createdAt),
  ],
);
