import { boolean, char, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { hosts } from "./hosts";

/** An organization that runs campaigns here and hears of supporters who said yes to it by name. */
export const partners = pgTable("partners", {
  id: id().primaryKey(),
  hostId: id("host_id").references(() => hosts.id),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** ISO 3166-1 alpha-2. */
  country: char("country", { length: 2 }).notNull(),
  servesCountries: text("serves_countries").array().notNull(),
  locales: text("locales").array().notNull(),
  defaultLocale: text("default_locale").notNull(),
  website: text("website").notNull(),
  /** One sentence by locale. */
  description: jsonb("description").notNull(),
  status: text("status", { enum: ["active", "paused", "closed"] }).notNull(),
  /** Nothing of theirs becomes public before the host has said yes. */
  needsApproval: boolean("needs_approval").notNull().default(true),
  /** Fictional, for a first look and for tests; marked on screen. */
  isSample: boolean("is_sample").notNull(),
  createdAt: moment("created_at").notNull(),
});
