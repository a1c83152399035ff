import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";

/**
 * What somebody asked us to hand to Congress for them, to one office or several. Nothing is handed over before the
 * owner of the mailbox has said so by the mailed link.
 */
export const deliveryRequests = pgTable(
  "delivery_requests",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    tokenHash: text("token_hash").notNull(),
    /** Name, address and mailbox; null once forgotten. */
    constituentSealed: text("constituent_sealed"),
    /** One hash per mailbox, made from `canonicalMailbox`. */
    supporterHash: text("supporter_hash").notNull(),
    locale: text("locale").notNull(),
    /** Random, made with the form: the same press twice is one request. */
    requestKey: id("request_key"),
    /** Of the network that asked, under the key of the day; forgotten like those of signatures. */
    networkHash: text("network_hash"),
    /** Yes to one mail after two weeks. */
    wantsFollowUp: boolean("wants_follow_up").notNull(),
    askedAt: moment("asked_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    confirmedAt: moment("confirmed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    uniqueIndex("delivery_requests_token").on(table.tokenHash),
    uniqueIndex("delivery_requests_once").on(table.campaignId, table.requestKey),
    index("delivery_requests_expiry").on(table.expiresAt),
    index("delivery_requests_by_mailbox").on(table.campaignId, table.supporterHash, table.askedAt),
    index("delivery_requests_by_network")
      .on(table.networkHash, table.askedAt)
      .where(sql`${table.networkHash} is not null`),
  ],
);

/** One message to one office through Communicating with Congress. */
export const deliveries = pgTable(
  "deliveries",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    requestId: uuid("request_id").notNull(),
    supporterHash: text("supporter_hash").notNull(),
    congress: smallint("congress").notNull(),
    bioguide: text("bioguide").notNull(),
    /** `HCA11`, `SCA01`. */
    officeCode: text("office_code").notNull(),
    usState: char("us_state", { length: 2 }).notNull(),
    usDistrict: smallint("us_district"),
    /** 32 letters and digits; minted once, the same on every try. */
    deliveryId: char("delivery_id", { length: 32 }).notNull(),
    /** Subject and text; null once forgotten. */
    messageSealed: text("message_sealed"),
    /** `prepared` until the mailbox's owner confirms; `expired` when that never came. */
    state: text("state", {
      enum: ["prepared", "queued", "submitted", "accepted", "rejected", "failed", "expired"],
    }).notNull(),
    /** Why it was rejected or failed: codes of ours, with commas between them; never a word of the message. */
    reason: text("reason"),
    preparedAt: moment("prepared_at").notNull(),
    submittedAt: moment("submitted_at"),
    /** When it was accepted, or given up for good. */
    endedAt: moment("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    foreignKey({
      columns: [table.campaignId, table.requestId],
      foreignColumns: [deliveryRequests.campaignId, deliveryRequests.id],
    }),
    uniqueIndex("deliveries_by_delivery_id").on(table.deliveryId),
    /** One message per person and office under way or arrived. */
    uniqueIndex("deliveries_one_per_office")
      .on(table.campaignId, table.supporterHash, table.bioguide)
      .where(sql`${table.state} in ('queued', 'submitted', 'accepted')`),
    index("deliveries_by_request").on(table.campaignId, table.requestId),
    index("deliveries_ended").on(table.endedAt).where(sql`${table.messageSealed} is not null`),
  ],
);

/** A wish to be asked once, after two weeks, whether offices answered. */
export const followUps = pgTable(
  "follow_ups",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    /** Null once the mail was sent or the wish withdrawn. */
    emailSealed: text("email_sealed"),
    mailboxHash: text("mailbox_hash").notNull(),
    /** As the suppression list has it, so that the mail's way out works when the address is gone. */
    addressHash: text("address_hash").notNull(),
    /** Of the network that wished, under the key of the day; forgotten like those of signatures. */
    networkHash: text("network_hash"),
    locale: text("locale").notNull(),
    /** Bioguide ids. */
    offices: text("offices").array().notNull(),
    congress: smallint("congress").notNull(),
    wishedAt: moment("wished_at").notNull(),
    askAt: moment("ask_at").notNull(),
    askedAt: moment("asked_at"),
    /** Null until the mail is written. */
    tokenHash: text("token_hash"),
    expiresAt: moment("expires_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    uniqueIndex("follow_ups_token").on(table.tokenHash),
    uniqueIndex("follow_ups_one_per_mailbox").on(table.campaignId, table.mailboxHash),
    index("follow_ups_by_network").on(table.networkHash, table.wishedAt).where(sql`${table.networkHash} is not null`),
    index("follow_ups_due").on(table.askAt).where(sql`${table.askedAt} is null`),
  ],
);

/** What somebody said of an office's answer. It names nobody. */
export const officeAnswers = pgTable(
  "office_answers",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    congress: smallint("congress").notNull(),
    bioguide: text("bioguide").notNull(),
    answer: text("answer", { enum: ["none", "form_reply", "supports", "undecided", "opposes"] }).notNull(),
    /** One-way from the follow-up's link: the same link answers for an office once, and may change its answer. */
    answerKey: text("answer_key").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    uniqueIndex("office_answers_once").on(table.campaignId, table.answerKey, table.bioguide),
    index("office_answers_by_office").on(table.campaignId, table.bioguide),
  ],
);
