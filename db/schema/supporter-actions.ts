import { char, index, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, moment } from "./columns";

/** One thing somebody said they did, such as a call to an office. It names nobody. */
export const supporterActions = pgTable(
  "supporter_actions",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    id: id(),
    kind: text("kind", { enum: ["called", "wrote"] }).notNull(),
    bioguide: text("bioguide").notNull(),
    usState: char("us_state", { length: 2 }).notNull(),
    usDistrict: smallint("us_district"),
    locale: text("locale").notNull(),
    /** Random, made with the form: the same press twice is one action. */
    requestKey: id("request_key"),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.id] }),
    uniqueIndex("supporter_actions_once").on(table.campaignId, table.requestKey, table.kind, table.bioguide),
    index("supporter_actions_by_office").on(table.campaignId, table.bioguide, table.kind),
  ],
);
