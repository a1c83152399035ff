import { char, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id } from "./columns";
import { hosts } from "./hosts";

/** A region of the UN M49 tree: sub-region, region, world (001). Its name comes from `Intl.DisplayNames`. */
export const regions = pgTable("regions", {
  /** Three digits. */
  code: text("code").primaryKey(),
  slug: text("slug").notNull().unique(),
  parentCode: text("parent_code"),
});

/** A country or territory by ISO 3166-1 alpha-2 (and XK), with what is known for routing. */
export const countries = pgTable("countries", {
  iso2: char("iso2", { length: 2 }).primaryKey(),
  regionCode: text("region_code")
    .notNull()
    .references(() => regions.code),
  /** For example EU, EEA. */
  groups: text("groups").array().notNull(),
  /** The subdivision of another country that this code also names: PR is US-PR. */
  aliasSubdivision: text("alias_subdivision"),
  /** Actions of a country that the routing table lists; null where it does not. */
  actions: text("actions").array(),
  lawName: text("law_name"),
  /** Validated by `regulator`. Shown only where `verified`. */
  regulator: jsonb("regulator"),
});

/** What to offer to whom. The highest priority that matches wins. */
export const routingRules = pgTable(
  "routing_rules",
  {
    id: id().primaryKey(),
    hostId: id("host_id").references(() => hosts.id),
    /** A rule of one campaign; null for a rule of all. */
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    key: text("key").notNull(),
    priority: integer("priority").notNull(),
    /** Validated by `routingMatch`. */
    match: jsonb("match").notNull(),
    /** Null: the actions listed with the country. */
    actions: text("actions").array(),
  },
  (table) => [unique("routing_rules_key").on(table.hostId, table.campaignId, table.key).nullsNotDistinct()],
);
