import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id } from "./columns";

/** A letter, the sentences that it takes in, or a call script to a lawmaker's office; all with placeholders. */
export const messageTemplates = pgTable(
  "message_templates",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    kind: text("kind", { enum: ["letter", "letter_lines", "call_script"] }).notNull(),
    locale: text("locale").notNull(),
    /** Validated by `letterTemplate`, `letterLines` or `callScriptTemplate`. */
    content: jsonb("content").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.kind, table.locale] })],
);
