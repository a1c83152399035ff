import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Names of `switches`; README says what each does. `signatures-paused` and `under-attack` are a campaign's own. */
export const switchNames = ["regions-paused", "mail-paused", "read-only", "signatures-paused", "under-attack"] as const;

/** What staff switched on for the time being. A row is there while it is on. */
export const switches = pgTable(
  "switches",
  {
    name: text("name", { enum: switchNames }).notNull(),
    /** `all`, or the id of the campaign it is for. */
    scope: text("scope").notNull(),
    since: moment("since").notNull(),
    changedBy: text("changed_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.scope] })],
);
