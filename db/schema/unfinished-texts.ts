import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { contentItems } from "./content-items";
import { users } from "./users";

/**
 * What somebody typed and what is no draft yet: a field is still empty, or a colleague saved meanwhile. It is theirs
 * alone, nobody else sees it, and it goes once it is saved or thrown away.
 */
export const unfinishedTexts = pgTable(
  "unfinished_texts",
  {
    itemId: id("item_id"),
    locale: text("locale").notNull(),
    userId: id("user_id").references(() => users.id),
    /** As it was typed; not validated. */
    fields: jsonb("fields").notNull(),
    /** The version from which the writer began; null where there was none. */
    basedOnNumber: integer("based_on_number"),
    basedOnSha256: text("based_on_sha256"),
    savedAt: moment("saved_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.locale, table.userId] }),
    foreignKey({ columns: [table.itemId], foreignColumns: [contentItems.id] }),
    index("unfinished_texts_by_time").on(table.savedAt),
  ],
);
