import type { Office } from "../find-office";
import type { Lawmaker, LocalOffice } from "../lawmaker";
import { seatOfficeName } from "./seat-name";

/** Where a letter to an office can go. */
export interface PostalAddress {
  /** `washington`, or the number of the office at home. */
  id: string;
  /** The town: tells the addresses apart. */
  city: string;
  /** As on the envelope, from the addressee on. */
  lines: string[];
}

const chambers: Record<Lawmaker["chamber"], string> = {
  senate: "United States Senate",
  house: "United States House of Representatives",
};
const chamberCodes: Record<Lawmaker["chamber"], string> = { senate: "20510", house: "20515" };

/** The Clerk of the House runs the office of a seat that nobody holds. */
const CLERK = [
  "c/o Clerk of the House of Representatives",
  "H154, United States Capitol",
  "Washington, DC 20515-6601",
] as const;

/** The addresses of an office with the form of address that mail to Congress bears; Washington's first. */
export function postalAddresses({ state, district, lawmaker }: Omit<Office, "congress" | "office">): PostalAddress[] {
  if (lawmaker === null) {
    const lines = [seatOfficeName({ state, district }, "en"), ...CLERK];
    return [{ id: "washington", city: "Washington", lines }];
  }
  const head = [`The Honorable ${lawmaker.name}`, chambers[lawmaker.chamber]];
  const atHome = lawmaker.localOffices.flatMap((office, index) => {
    const lines = localLines(office);
    return lines === null ? [] : [{ id: String(index), city: office.city, lines: [...head, ...lines] }];
  });
  return [{ id: "washington", city: "Washington", lines: [...head, ...washingtonLines(lawmaker)] }, ...atHome];
}

/** The facts write the address in one line: `123 Hart Senate Office Building Washington DC 20510`. */
function washingtonLines({ address, chamber }: Lawmaker): string[] {
  const [, street, code] = /^(.+?),? Washington,? DC (\d{5}(?:-\d{4})?)$/.exec(address ?? "") ?? [];
  if (street !== undefined && code !== undefined) return [street, `Washington, DC ${code}`];
  return address === null ? [`Washington, DC ${chamberCodes[chamber]}`] : [address];
}

/** Null where the street is not known. */
function localLines({ address, suite, building, city, state, zip }: LocalOffice): string[] | null {
  if (address === undefined) return null;
  const room = suite !== undefined && /^\w{1,5}$/.test(suite) ? `Suite ${suite}` : suite;
  return [
    ...(building === undefined ? [] : [building]),
    room === undefined ? address : `${address}, ${room}`,
    `${city}, ${state}${zip === undefined ? "" : ` ${zip}`}`,
  ];
}
