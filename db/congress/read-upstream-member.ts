import { z } from "zod";
import type { Lawmaker } from "./facts";
import { FactsError } from "./facts-error";
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

interface Surroundings {
  asOf: string;
  /** What was known of this member before. */
  known: Lawmaker | null;
  /** Null when the source has no list of offices. */
  offices: z.infer<typeof givenOffice>[] | null;
  remarks: string[];
}

/** The current term is the last one ("File Structure and Overview" of the source's README). */
export function readUpstreamMember(member: UpstreamMember, { asOf, known, offices, remarks }: Surroundings): Lawmaker {
  const { bioguide } = member.id;
  const last = member.terms.at(-1);
  if (last === undefined) throw new FactsError(`${bioguide} has no term.`);
  const name = fullName(member.name);
  const isSenator = last.type === "sen";
  const contactForm = readLink(last.contact_form, `contact form of ${name}`, remarks);
  const phone = readPhone(last.phone, `phone of ${name}`, remarks);

  return {
    bioguide,
    chamber: isSenator ? "senate" : "house",
    title: isSenator ? "senator" : houseTitle(seatKind(last.state, last.district ?? 0)),
    isVoting: hasSenators(last.state),
    name,
    lastName: cleanLine(member.name.last) ?? "",
    party: cleanLine(last.party) ?? "",
    state: last.state,
    district: isSenator ? null : (last.district ?? null),
    senateClass: isSenator ? (last.class ?? null) : null,
    termStart: last.start,
    termEnd: last.end,
    phone,
    address: cleanLine(last.address),
    website: readLink(last.url, `website of ${name}`, remarks),
    // For most of the House the source names no form; one found elsewhere is worth keeping.
    contactForm: contactForm ?? known?.contactForm ?? null,
    contactFormAsOf: contactForm === null ? (known?.contactFormAsOf ?? null) : asOf,
    cwcOfficeCode: cwcOfficeCode({
      state: last.state,
      district: last.district,
      senate_class: isSenator ? last.class : null,
    }),
    localOffices: offices === null ? (known?.localOffices ?? []) : cleanOffices(offices),
    contactFormFacts: known?.contactFormFacts ?? null,
    committees: known?.committees ?? [],
  };
}

function fullName(name: UpstreamMember["name"]): string {
  const parts = [name.first, name.middle, name.last].map(cleanLine).filter((part) => part !== null);
  const suffix = cleanLine(name.suffix);
  return cleanLine(name.official_full) ?? `${parts.join(" ")}${suffix === null ? "" : `, ${suffix}`}`;
}
