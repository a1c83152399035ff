import {
  boolean,
  char,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** One Congress's set of facts. Every row below belongs to one, and is used between its two moments only. */
export const congressFacts = pgTable("congress_facts", {
  congress: smallint("congress").primaryKey(),
  validFrom: moment("valid_from").notNull(),
  /** The 119th ends on 3 January 2027 at noon Eastern (20th Amendment, section 1). */
  validUntil: moment("valid_until").notNull(),
  /** The day the members were last true. */
  asOf: date("as_of").notNull(),
  source: text("source").notNull(),
  licence: text("licence").notNull(),
  /** Words that must stand where the facts are used. */
  attribution: text("attribution").notNull(),
  /** Rises with each change, so that a process knows to read the facts again. */
  revision: integer("revision").notNull(),
  importedAt: moment("imported_at").notNull(),
});

const congress = () =>
  smallint("congress")
    .notNull()
    .references(() => congressFacts.congress);

export const lawmakers = pgTable(
  "lawmakers",
  {
    congress: congress(),
    bioguide: text("bioguide").notNull(),
    chamber: text("chamber", { enum: ["senate", "house"] }).notNull(),
    title: text("title", { enum: ["senator", "representative", "delegate", "resident_commissioner"] }).notNull(),
    /** False for the delegates and the resident commissioner, who have no vote on final passage. */
    isVoting: boolean("is_voting").notNull(),
    name: text("name").notNull(),
    lastName: text("last_name").notNull(),
    party: text("party").notNull(),
    state: char("state", { length: 2 }).notNull(),
    /** 0 = at large; null = senator. */
    district: smallint("district"),
    senateClass: smallint("senate_class"),
    termStart: date("term_start").notNull(),
    termEnd: date("term_end").notNull(),
    phone: text("phone"),
    /** Postal address in Washington. */
    address: text("address"),
    website: text("website"),
    contactForm: text("contact_form"),
    contactFormAsOf: date("contact_form_as_of"),
    cwcOfficeCode: text("cwc_office_code"),
    /** Offices at home; validated by `localOffices`. */
    localOffices: jsonb("local_offices").notNull(),
    /** What the contact form asks for, where known; validated by `contactFormFacts`. */
    contactFormFacts: jsonb("contact_form_facts"),
    /** Committees with a say over privacy law on which the member sits; validated by `committeeSeats`. */
    committees: jsonb("committees").notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.congress, table.bioguide] }),
    index("lawmakers_by_seat").on(table.congress, table.state, table.district),
  ],
);

/** A seat of the House: 435 districts, DC and five territories. Vacant where no lawmaker fills it. */
export const districts = pgTable(
  "districts",
  {
    congress: congress(),
    state: char("state", { length: 2 }).notNull(),
    /** 0 = at large. */
    district: smallint("district").notNull(),
    kind: text("kind", { enum: ["district", "at_large", "delegate", "resident_commissioner"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.congress, table.state, table.district] })],
);

/** A share of a ZIP code's area in a district. Shares order the choices; they never choose. */
export const zipDistricts = pgTable(
  "zip_districts",
  {
    congress: congress(),
    zip: char("zip", { length: 5 }).notNull(),
    state: char("state", { length: 2 }).notNull(),
    /** 0 = at large; -1 = none (military mail). */
    district: smallint("district").notNull(),
    /** 0 to 1; the rows of a ZIP sum to 1. */
    weight: real("weight").notNull(),
    /** zcta: an area; point: a post office or a building; military: APO, FPO, DPO. */
    kind: text("kind", { enum: ["zcta", "point", "military"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.congress, table.zip, table.state, table.district] })],
);

/** The state of a ZIP code that is not listed, by its first three digits. */
export const zipPrefixes = pgTable(
  "zip_prefixes",
  {
    congress: congress(),
    prefix: char("prefix", { length: 3 }).notNull(),
    /** Most ZIP codes first. */
    states: text("states").array().notNull(),
    kind: text("kind", { enum: ["state", "multi_state", "territory", "military"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.congress, table.prefix] })],
);

/** The post office's name for a ZIP code and where it lies: for words on the page and for the map. */
export const zipPlaces = pgTable(
  "zip_places",
  {
    congress: congress(),
    zip: char("zip", { length: 5 }).notNull(),
    place: text("place").notNull(),
    state: char("state", { length: 2 }).notNull(),
    /** Degrees; of the middle of the area or of the post office. */
    latitude: real("latitude").notNull(),
    longitude: real("longitude").notNull(),
  },
  (table) => [primaryKey({ columns: [table.congress, table.zip] })],
);

/** The boundaries of a state's districts, as the file that the browser gets. */
export const districtShapes = pgTable(
  "district_shapes",
  {
    congress: congress(),
    state: char("state", { length: 2 }).notNull(),
    /** `lite`: simplified, wrong near edges. `full`: as published. */
    detail: text("detail", { enum: ["lite", "full"] }).notNull(),
    /** Of the content; part of the file's address. */
    hash: text("hash").notNull(),
    /** JSON under brotli, in base64. */
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.congress, table.state, table.detail] })],
);

/** Facts as they were before an import, so that it can be rolled back. */
export const formerFacts = pgTable(
  "former_facts",
  {
    congress: smallint("congress").notNull(),
    revision: integer("revision").notNull(),
    asOf: date("as_of").notNull(),
    replacedAt: moment("replaced_at").notNull(),
    /** All of them as JSON under gzip, in base64. */
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.congress, table.revision] })],
);
