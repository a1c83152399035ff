import { z } from "zod";
import { isDay } from "./congress-dates";
import { shapeDetails } from "./shapes/shape-document";
import { isSeatedState, militaryStates } from "./states";

const day = z.string().refine(isDay, "is not a day written YYYY-MM-DD");
const seatedState = z.string().refine(isSeatedState, "is not a state that elects to the House");
const httpsLink = z.url({ protocol: /^https$/ });
/** One line of printable text. */
const line = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "holds a control character");

const degrees = (least: number, most: number) =>
  z
    .number()
    .min(least)
    .max(most)
    .transform((value) => Math.round(value * 1_000) / 1_000);

/** An office at home. What is unknown is left out. */
export const localOffice = z.object({
  address: line.optional(),
  suite: line.optional(),
  building: line.optional(),
  city: line,
  state: line,
  zip: line.optional(),
  phone: line.optional(),
  hours: line.optional(),
});
export const localOffices = z.array(localOffice);

const fieldName = z.string().regex(/^[A-Z0-9_]{1,60}$/);

/** What an office's web form asks for, in the field names of unitedstates/contact-congress. */
export const contactFormFacts = z.object({
  required: z.array(fieldName),
  optional: z.array(fieldName),
  /** Longest text that a field takes, in characters. */
  maxLength: z
    .record(fieldName, z.int().positive())
    .transform((limits) => Object.fromEntries(Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1)))),
  hasCaptcha: z.boolean(),
  /** When the project last looked at the form. */
  asOf: day,
});

/** A seat on a committee, or on one of its subcommittees, that has a say over privacy law. */
export const committeeSeat = z.object({
  /** As upstream writes it: `HSIF`, `HSIF17`. */
  code: z.string().regex(/^[HSJ][A-Z]{3}\d{0,2}$/),
  name: line,
  /** Chairman, Ranking Member and the like. */
  title: line.optional(),
});
export const committeeSeats = z.array(committeeSeat);

/** A sitting member of Congress. */
export const lawmaker = z.object({
  bioguide: z.string().regex(/^[A-Z]\d{6}$/, "is not a Bioguide id"),
  chamber: z.enum(["senate", "house"]),
  title: z.enum(["senator", "representative", "delegate", "resident_commissioner"]),
  isVoting: z.boolean(),
  name: line,
  lastName: line,
  party: line,
  state: seatedState,
  /** 0 = at large; null = senator. */
  district: z.int().min(0).max(99).nullable(),
  senateClass: z.int().min(1).max(3).nullable(),
  termStart: day,
  /** May have passed: an appointed senator stays until the winner of the special election is sworn in. */
  termEnd: day,
  phone: z
    .string()
    .regex(/^\d{3}-\d{3}-\d{4}$/, "is not a phone number written NNN-NNN-NNNN")
    .nullable(),
  address: line.nullable(),
  website: httpsLink.nullable(),
  contactForm: httpsLink.nullable(),
  contactFormAsOf: day.nullable(),
  cwcOfficeCode: z
    .string()
    .regex(/^[HS][A-Z]{2}\d{2}$/)
    .nullable(),
  localOffices,
  contactFormFacts: contactFormFacts.nullable(),
  committees: committeeSeats,
});

/** A seat of the House. */
export const districtSeat = z.object({
  state: seatedState,
  district: z.int().min(0).max(99),
  kind: z.enum(["district", "at_large", "delegate", "resident_commissioner"]),
});

/** A share of a ZIP code's area in a district. */
export const zipShare = z.object({
  zip: z.string().regex(/^\d{5}$/, "is not five digits"),
  state: z.string().refine((state) => isSeatedState(state) || militaryStates.includes(state), "is not a known state"),
  /** -1 = none (military mail). */
  district: z.int().min(-1).max(99),
  /** To four places, so that the database's `real` gives back the same number. */
  weight: z
    .number()
    .gt(0)
    .lte(1)
    .transform((weight) => Math.round(weight * 10_000) / 10_000),
  kind: z.enum(["zcta", "point", "military"]),
});

/** The states of the ZIP codes that share their first three digits, the one with most codes first. */
export const zipPrefix = z.object({
  prefix: z.string().regex(/^\d{3}$/, "is not three digits"),
  states: z
    .array(z.string().refine((state) => isSeatedState(state) || militaryStates.includes(state), "is not a known state"))
    .min(1),
  kind: z.enum(["state", "multi_state", "territory", "military"]),
});

/** The post office's name for a ZIP code, and where it lies. */
export const postalPlace = z.object({
  zip: z.string().regex(/^\d{5}$/, "is not five digits"),
  place: line,
  state: seatedState,
  /** Degrees to three places, some hundred metres, so that the database's `real` gives back the same number. */
  latitude: degrees(-90, 90),
  longitude: degrees(-180, 180),
});

/** The boundaries of a state's districts: a `ShapeDocument` as the browser gets it; see `packShape`. */
export const districtShape = z.object({
  state: seatedState,
  detail: z.enum(shapeDetails),
  hash: z.string().regex(/^[0-9a-f]{16}$/, "is not a hash"),
  /** JSON under brotli, in base64. */
  body: z.base64(),
});

/** Where the facts come from and when they hold. */
export const factsOrigin = z.object({
  congress: z.int().min(100).max(999),
  validFrom: z.date(),
  validUntil: z.date(),
  /** The day the members were last true. */
  asOf: day,
  source: line,
  licence: line,
  attribution: line,
});

export type LocalOffice = z.infer<typeof localOffice>;
export type CommitteeSeat = z.infer<typeof committeeSeat>;
export type ContactFormFacts = z.infer<typeof contactFormFacts>;
export type Lawmaker = z.infer<typeof lawmaker>;
export type DistrictSeat = z.infer<typeof districtSeat>;
export type ZipShare = z.infer<typeof zipShare>;
export type ZipPrefix = z.infer<typeof zipPrefix>;
export type PostalPlace = z.infer<typeof postalPlace>;
export type DistrictShape = z.infer<typeof districtShape>;
export type FactsOrigin = z.infer<typeof factsOrigin>;

/**
 * Everything known of one Congress, each list in the order of its key; the shares of a ZIP code with the
 * largest first.
 */
export interface CongressFacts extends FactsOrigin {
  lawmakers: Lawmaker[];
  districts: DistrictSeat[];
  zipShares: ZipShare[];
  zipPrefixes: ZipPrefix[];
  /** Not of every ZIP code; none before they were first imported. */
  zipPlaces: PostalPlace[];
  /** Two of each state; none before they were first imported. */
  shapes: DistrictShape[];
}

/** Facts just read, with what was left out of them and why, one sentence each. */
export interface ReadFacts {
  facts: CongressFacts;
  remarks: string[];
}
