import { index, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";

/** What somebody found to be wrong at an office. It names nobody. */
export const officeReports = pgTable(
  "office_reports",
  {
    id: id().primaryKey(),
    congress: smallint("congress").notNull(),
    bioguide: text("bioguide").notNull(),
    kind: text("kind", { enum: ["number_wrong", "number_dead", "form_broken", "member_wrong"] }).notNull(),
    /** The number or address that was shown; empty for a wrong member. */
    shown: text("shown").notNull(),
    /** Random, made with the form: the same press twice is one report. */
    requestKey: id("request_key"),
    at: moment("at").notNull(),
    resolvedAt: moment("resolved_at"),
    /** The correction that answered it; null where the report was set aside. */
    correctionId: uuid("correction_id"),
  },
  (table) => [
    uniqueIndex("office_reports_once").on(table.requestKey, table.kind, table.bioguide),
    index("office_reports_by_office").on(table.bioguide, table.at),
  ],
);

/** A value of staff that is shown in place of one of the facts. It survives every import of the facts. */
export const officeCorrections = pgTable(
  "office_corrections",
  {
    id: id().primaryKey(),
    bioguide: text("bioguide").notNull(),
    field: text("field", { enum: ["phone", "contact_form", "website", "local_phone"] }).notNull(),
    /** What it replaces. Once the facts say something else than this, they have moved on, and staff is told. */
    was: text("was").notNull(),
    /** What is shown instead; null: nothing. */
    value: text("value"),
    by: text("by").notNull(),
    at: moment("at").notNull(),
    removedAt: moment("removed_at"),
    removedBy: text("removed_by"),
  },
  (table) => [index("office_corrections_by_office").on(table.bioguide)],
);
