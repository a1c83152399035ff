import { pgTable, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";

/** The organization that runs this installation. */
export const hosts = pgTable("hosts", {
  id: id().primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  createdAt: moment("created_at").notNull(),
});
