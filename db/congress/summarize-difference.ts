import { type Changes, canonical, type FactsDifference, isDifferent } from "./compare-facts";
import { countFacts, type FactsCounts, vacantSeats } from "./count-facts";
import { districtName } from "./district-name";
import type { CongressFacts, Lawmaker } from "./facts";

/** What may change about a member who stays, in the order in which it is told. */
const subjects = [
  { name: "party", fields: ["party"] },
  { name: "seat", fields: ["chamber", "title", "isVoting", "state", "district", "senateClass", "cwcOfficeCode"] },
  { name: "phone", fields: ["phone"] },
  { name: "contact form", fields: ["contactForm", "contactFormFacts"] },
  { name: "offices at home", fields: ["localOffices"] },
  { name: "committees", fields: ["committees"] },
  { name: "name", fields: ["name", "lastName"] },
  { name: "address or website", fields: ["address", "website"] },
  { name: "term", fields: ["termStart", "termEnd"] },
] as const satisfies { name: string; fields: (keyof Lawmaker)[] }[];

export interface MemberChange {
  member: string;
  before: string;
  after: string;
}

interface CountOfChanges {
  came: number;
  left: number;
  changed: number;
}

/** A difference in texts and numbers, for people and for programs. */
export interface DifferenceSummary {
  congress: number;
  isDifferent: boolean;
  /** `before` is null when nothing was known of this Congress. */
  asOf: { before: string | null; after: string };
  source: string;
  left: string[];
  came: string[];
  /** House seats by their district, Senate seats by state and class. */
  fellVacant: string[];
  filled: string[];
  changed: { what: string; members: MemberChange[] }[];
  districts: { came: string[]; left: string[]; changed: number };
  zips: { came: string[]; left: string[]; changed: { zip: string; before: string; after: string }[] };
  zipPrefixes: CountOfChanges;
  zipPlaces: CountOfChanges;
  /** Files of boundaries. */
  shapes: CountOfChanges;
  counts: FactsCounts;
  vacant: string[];
}

export function summarizeDifference(difference: FactsDifference): DifferenceSummary {
  const { before, after, lawmakers, districts, zips, zipPrefixes } = difference;
  const [filledBefore, filledAfter] = [before === null ? new Set<string>() : filledSeats(before), filledSeats(after)];
  return {
    congress: after.congress,
    isDifferent: isDifferent(difference),
    asOf: { before: before?.asOf ?? null, after: after.asOf },
    source: after.source,
    left: lawmakers.left.map(describeLawmaker),
    came: before === null ? [] : lawmakers.came.map(describeLawmaker),
    fellVacant: [...filledBefore].filter((seat) => !filledAfter.has(seat)).sort(),
    filled: before === null ? [] : [...filledAfter].filter((seat) => !filledBefore.has(seat)).sort(),
    changed: subjects.flatMap(({ name, fields }) => {
      const members = lawmakers.changed.flatMap((change) => describeChange(change, fields));
      return members.length === 0 ? [] : [{ what: name, members }];
    }),
    districts: {
      came: before === null ? [] : districts.came.map(districtName),
      left: districts.left.map(districtName),
      changed: districts.changed.length,
    },
    zips: {
      came: before === null ? [] : zips.came.map(({ zip }) => zip),
      left: zips.left.map(({ zip }) => zip),
      changed: zips.changed.map(({ before: old, after: now }) => ({
        zip: now.zip,
        before: old.districts,
        after: now.districts,
      })),
    },
    zipPrefixes: countChanges(zipPrefixes),
    zipPlaces: countChanges(difference.zipPlaces),
    shapes: countChanges(difference.shapes),
    counts: countFacts(after),
    vacant: vacantSeats(after).map(districtName),
  };
}

function filledSeats({ lawmakers }: CongressFacts): Set<string> {
  return new Set(
    lawmakers.map(({ state, district, senateClass }) =>
      district === null ? `Senate ${state} class ${senateClass}` : districtName({ state, district }),
    ),
  );
}

export function describeLawmaker({ name, party, state, district, bioguide }: Lawmaker): string {
  return `${name} (${party}, ${district === null ? `Senate, ${state}` : districtName({ state, district })}) ${bioguide}`;
}

function describeChange(
  { before, after }: { before: Lawmaker; after: Lawmaker },
  fields: readonly (keyof Lawmaker)[],
): MemberChange[] {
  const changed = fields.filter((field) => canonical(before[field]) !== canonical(after[field]));
  if (changed.length === 0) return [];
  const text = (lawmaker: Lawmaker) => changed.map((field) => describeField(lawmaker, field)).join(", ");
  return [{ member: describeLawmaker(after), before: text(before), after: text(after) }];
}

function describeField(lawmaker: Lawmaker, field: keyof Lawmaker): string {
  switch (field) {
    case "localOffices":
      return lawmaker.localOffices.map(({ city, phone }) => `${city} ${phone ?? "without phone"}`).join("; ") || "none";
    case "committees":
      return lawmaker.committees.map(({ code, title }) => (title ? `${code} ${title}` : code)).join("; ") || "none";
    case "contactFormFacts":
      return lawmaker.contactFormFacts === null ? "fields unknown" : `fields of ${lawmaker.contactFormFacts.asOf}`;
    default:
      return String(lawmaker[field] ?? "none");
  }
}

function countChanges({ came, left, changed }: Changes<unknown>): CountOfChanges {
  return { came: came.length, left: left.length, changed: changed.length };
}
