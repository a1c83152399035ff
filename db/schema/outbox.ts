import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";

/** Work recorded in the transaction that causes it, done later by a worker, at least once. */
export const outbox = pgTable(
  "outbox",
  {
    id: id().primaryKey(),
    name: text("name").notNull(),
    /** Ids only, never a personal datum; validated by the job. */
    payload: jsonb("payload").notNull(),
    /** Two requests with one key are one job. */
    uniqueKey: text("unique_key").unique(),
    /** Lower goes first. */
    priority: smallint("priority").notNull(),
    runAt: moment("run_at").notNull(),
    attempts: smallint("attempts").notNull().default(0),
    /** A worker holds the job until then; afterwards another may take it. */
    leasedUntil: moment("leased_until"),
    /** What a retry must repeat byte for byte (the rendered mail), encrypted; dropped when done. */
    stateSealed: text("state_sealed"),
    lastError: text("last_error"),
    createdAt: moment("created_at").notNull(),
    doneAt: moment("done_at"),
    /** Given up; waits for staff. */
    deadAt: moment("dead_at"),
  },
  (table) => [
    index("outbox_due").on(table.priority, table.runAt).where(sql`${table.doneAt} is null and ${table.deadAt} is null`),
    index("outbox_dead").on(table.deadAt).where(sql`${table.deadAt} is not null`),
    index("outbox_done").on(table.doneAt).where(sql`${table.doneAt} is not null`),
  ],
);

/** The demo's mailbox: messages that would have gone out, encrypted like every personal datum. */
export const localMails = pgTable("local_mails", {
  id: id().primaryKey(),
  messageSealed: text("message_sealed").notNull(),
  createdAt: moment("created_at").notNull(),
});
