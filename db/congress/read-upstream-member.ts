import { z } from "zod";
import type { CommitteeSeat, Lawmaker } from "./facts";
import { cleanLine, cleanOffices, cwcOfficeCode, givenOffice, readLink, readPhone } from "./member-fields";
import { hasSenators, houseTitle, seatKind } from "./states";

const text = z.string().nullish();

const term = z.object({
  type: z.enum(["sen", "rep"]),
  start: z.string(),
  end: z.string(),
  state: z.string(),
  district: z.int().nullish(),
  class: z.int().nullish(),
  party: text,
  url: text,
  address: text,
  phone: text,
  contact_form: text,
});

/** A member in `legislators-current` of unitedstates/congress-legislators. */
export const upstreamMember = z.object({
  id: z.object({ bioguide: z.string() }),
  name: z.object({
    first: z.string(),
    last: z.string(),
    middle: text,
    suffix: text,
    official_full: text,
  }),
  terms: z.array(term).min(1),
});

/** `legislators-district-offices` of the same. */
export const upstreamOffices = z.array(
  z.object({ id: z.object({ bioguide: z.string() }), offices: z.array(givenOffice) }),
);

export type UpstreamMember = z.infer<typeof upstreamMember>;

export type UpstreamTerm = UpstreamMember["terms"][number];

interface Surroundings {
  asOf: string;
  /** What was known of this member before. */
  known: Lawmaker | null;
  /** Null when the source has no list of offices. */
  offices: z.infer<typeof givenOffice>[] | null;
  /** Null when the source has no list of committees. */
  committees: CommitteeSeat[] | null;
  remarks: string[];
}

/** A member as the term tells that belongs to the Congress in question. */
export function readUpstreamMember(
  member: UpstreamMember,
  term: UpstreamTerm,
  { asOf, known: before, offices, committees, remarks }: Surroundings,
): Lawmaker {
  const { bioguide } = member.id;
  const name = fullName(member.name);
  const isSenator = term.type === "sen";
  // Who moved to the other chamber has left the old office with its form and its rooms.
  const known = (before?.chamber === "senate") === isSenator ? before : null;
  const contactForm = readLink(term.contact_form, `contact form of ${name}`, remarks);
  const phone = readPhone(term.phone, `phone of ${name}`, remarks);

  return {
    bioguide,
    chamber: isSenator ? "senate" : "house",
    title: isSenator ? "senator" : houseTitle(seatKind(term.state, term.district ?? 0)),
    isVoting: hasSenators(term.state),
    name,
    lastName: cleanLine(member.name.last) ?? "",
    party: cleanLine(term.party) ?? "",
    state: term.state,
    district: isSenator ? null : (term.district ?? null),
    senateClass: isSenator ? (term.class ?? null) : null,
    termStart: term.start,
    termEnd: term.end,
    phone,
    address: cleanLine(term.address),
    website: readLink(term.url, `website of ${name}`, remarks),
    // For most of the House the source names no form; one found elsewhere is worth keeping.
    contactForm: contactForm ?? known?.contactForm ?? null,
    contactFormAsOf: contactForm === null ? (known?.contactFormAsOf ?? null) : asOf,
    cwcOfficeCode: cwcOfficeCode({
      state: term.state,
      district: term.district,
      senate_class: isSenator ? term.class : null,
    }),
    localOffices: offices === null ? (known?.localOffices ?? []) : cleanOffices(offices),
    contactFormFacts: known?.contactFormFacts ?? null,
    committees: committees ?? known?.committees ?? [],
  };
}

function fullName(name: UpstreamMember["name"]): string {
  const parts = [name.first, name.middle, name.last].map(cleanLine).filter((part) => part !== null);
  const suffix = cleanLine(name.suffix);
  return cleanLine(name.official_full) ?? `${parts.join(" ")}${suffix === null ? "" : `, ${suffix}`}`;
}
