import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, searchVector } from "./columns";

/** Published content as the search finds it, one row for each language. Written with what it is made from. */
export const searchDocuments = pgTable(
  "search_documents",
  {
    kind: text("kind", { enum: ["campaign", "principle", "update"] }).notNull(),
    /** The item in the table of its kind. */
    key: text("key").notNull(),
    locale: text("locale").notNull(),
    title: text("title").notNull(),
    /** Plain text, of which a hit shows a part. */
    text: text("text").notNull(),
    /** Title before text; the configuration of the language, see `searchConfiguration`. */
    document: searchVector("document").notNull(),
    publishedAt: moment("published_at").notNull(),
    /** How its words went in, see `WORDS_VERSION`. */
    wordsVersion: integer("words_version").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.key, table.locale] }),
    index("search_documents_document").using("gin", table.document),
  ],
);
