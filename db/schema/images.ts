import { boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, id, moment } from "./columns";

/** A picture of our own, without the data that cameras add. Its alternative text stands with each use, in its language. */
export const images = pgTable("images", {
  id: id().primaryKey(),
  /** SHA-256 of the file that was given, hexadecimal: the same picture is kept once. */
  sha256: text("sha256").notNull().unique(),
  /** Of the largest file, in pixels. */
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  /** Who made it and under which licence, as it must be shown; null where nothing must. */
  credit: text("credit"),
  isSample: boolean("is_sample").notNull(),
  createdAt: moment("created_at").notNull(),
  /** Given for a page that is not public yet: until then only those who work on it see it. */
  heldSince: moment("held_since"),
});

/** One picture in one width and format. */
export const imageFiles = pgTable(
  "image_files",
  {
    imageId: id("image_id").references(() => images.id, { onDelete: "cascade" }),
    width: integer("width").notNull(),
    format: text("format", { enum: ["avif", "webp", "jpeg"] }).notNull(),
    body: bytes("body").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.imageId, table.width, table.format] }),
    index("image_files_by_image").on(table.imageId),
  ],
);
