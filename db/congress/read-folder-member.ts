import { z } from "zod";
import type { ContactFormFacts, Lawmaker } from "./facts";
import { cleanLine, cleanOffices, cwcOfficeCode, givenOffice, readLink, readPhone } from "./member-fields";

const text = z.string().nullish();

const titles = {
  "Sen.": "senator",
  "Rep.": "representative",
  "Del.": "delegate",
  "Res. Comm.": "resident_commissioner",
} as const;

/** A member in `legislators.json` of the folder format. */
export const folderMember = z.object({
  bioguide: z.string(),
  official_full: z.string(),
  name: z.object({ last: z.string() }),
  title: z.enum(["Sen.", "Rep.", "Del.", "Res. Comm."]),
  chamber: z.enum(["senate", "house"]),
  voting: z.boolean(),
  party: z.string(),
  state: z.string(),
  district: z.int().nullable(),
  senate_class: z.int().nullable(),
  term_start: z.string(),
  term_end: z.string(),
  phone: text,
  address: text,
  url: text,
  contact_form: text,
  contact_form_as_of: text,
  cwc_office_code: text,
  district_offices: z.array(givenOffice),
});

/** What is left out of a member is told in `remarks`. */
export function readFolderMember(
  member: z.infer<typeof folderMember>,
  form: ContactFormFacts | null,
  remarks: string[],
): Lawmaker {
  const name = cleanLine(member.official_full) ?? "";
  const contactForm = readLink(member.contact_form, `contact form of ${name}`, remarks);
  return {
    bioguide: member.bioguide,
    chamber: member.chamber,
    title: titles[member.title],
    isVoting: member.voting,
    name,
    lastName: cleanLine(member.name.last) ?? "",
    party: cleanLine(member.party) ?? "",
    state: member.state,
    district: member.district,
    senateClass: member.senate_class,
    termStart: member.term_start,
    termEnd: member.term_end,
    phone: readPhone(member.phone, `phone of ${name}`, remarks),
    address: cleanLine(member.address),
    website: readLink(member.url, `website of ${name}`, remarks),
    contactForm,
    contactFormAsOf: contactForm === null ? null : (member.contact_form_as_of ?? null),
    cwcOfficeCode: member.cwc_office_code ?? cwcOfficeCode(member),
    localOffices: cleanOffices(member.district_offices),
    contactFormFacts: form,
    committees: [],
  };
}
