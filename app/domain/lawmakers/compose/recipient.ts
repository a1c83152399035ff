import type { Office } from "../find-office";
import type { Lawmaker } from "../lawmaker";
import { type PostalAddress, postalAddresses } from "./postal-addresses";

/** What a letter must know of the office that it goes to. Public facts only: the page hands them to its script. */
export interface Recipient {
  /** Bioguide id, or the seat (`CA-14`) where it is vacant. */
  office: string;
  chamber: Lawmaker["chamber"];
  /** Null where the seat is vacant. */
  member: { title: Lawmaker["title"]; name: string; lastName: string } | null;
  state: string;
  /** 0 = at large; null = senator. */
  district: number | null;
  /** Names of the committees with a say over privacy law on which the member sits. */
  committees: string[];
  /** Longest message that the office's web form takes, in characters; null where that is not known. */
  formLimit: { subject: number | null; body: number | null };
  /** Washington first. */
  addresses: PostalAddress[];
}

export function recipientOf({ office, state, district, lawmaker }: Omit<Office, "congress">): Recipient {
  const limits = lawmaker?.contactFormFacts?.maxLength;
  return {
    office,
    chamber: lawmaker?.chamber ?? "house",
    member: lawmaker && { title: lawmaker.title, name: lawmaker.name, lastName: lawmaker.lastName },
    state,
    district,
    committees: committeesOf(lawmaker),
    formLimit: { subject: limits?.SUBJECT ?? null, body: limits?.MESSAGE ?? null },
    addresses: postalAddresses({ state, district, lawmaker }),
  };
}

/** Whole committees: whoever sits on a subcommittee sits on its committee too. */
function committeesOf(lawmaker: Lawmaker | null): string[] {
  const whole = (lawmaker?.committees ?? []).filter(({ code }) => !/\d/.test(code));
  return [...new Set(whole.map(({ name }) => name))];
}
