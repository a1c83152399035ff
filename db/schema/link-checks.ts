import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";

export const linkStates = ["unchecked", "works", "dead"] as const;

/**
 * Why a link is dead: no such page; another status of an error; its name has no address; nobody answers there; its
 * certificate is not to be trusted; it took too long; it leads into a private network; it leads on and on; it leads on to
 * an address without encryption.
 */
export const linkFaults = [
  "notFound",
  "status",
  "noAddress",
  "refused",
  "certificate",
  "timeout",
  "private",
  "redirects",
  "insecure",
] as const;

/** Whether the page behind a link of an action can be reached, as last seen. */
export const linkChecks = pgTable(
  "link_checks",
  {
    id: id().primaryKey(),
    url: text("url").notNull().unique(),
    state: text("state", { enum: linkStates }).notNull(),
    fault: text("fault", { enum: linkFaults }),
    /** The status of HTTP, where one was given. */
    status: integer("status"),
    checkedAt: moment("checked_at"),
    askedAt: moment("asked_at").notNull(),
  },
  (table) => [index("link_checks_by_age").on(table.checkedAt)],
);
