import { z } from "zod";
import type { LocalOffice } from "./facts";

/** Text from outside on one line, or null when nothing is left. */
export function cleanLine(text: string | null | undefined): string | null {
  const clean = (text ?? "").replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return clean === "" ? null : clean;
}

/**
 * A link of a member, raised to https where an old one says http. Null, with a remark, when it leads anywhere
 * but to the government: stored recipes name a search engine for some offices, and misspell a scheme.
 */
export function readLink(text: string | null | undefined, what: string, remarks: string[]): string | null {
  const link = cleanLine(text)
    ?.replace(/^http:/i, "https:")
    .replaceAll(" ", "%20");
  if (link === undefined) return null;
  // The text itself is kept, not what URL makes of it: a slash added to a bare host would be nobody's change.
  if (isOfficial(link)) return link;
  remarks.push(`The ${what} is left out, because it is no address under .gov: ${link.slice(0, 120)}`);
  return null;
}

function isOfficial(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, username, password } = new URL(link);
  return protocol === "https:" && hostname.endsWith(".gov") && username === "" && password === "";
}

/** A number of ten digits as NNN-NNN-NNNN; null, with a remark, when it is anything else. */
export function readPhone(text: string | null | undefined, what: string, remarks: string[]): string | null {
  const given = cleanLine(text);
  if (given === null) return null;
  const digits = given.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  if (digits.length === 10) return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  remarks.push(`The ${what} is left out, because it is no number of ten digits: ${given.slice(0, 40)}`);
  return null;
}

/**
 * The office's code in Communicating with Congress: S, state, class; or H, state, district. American Samoa
 * is AQ there. To be checked against the programme's list of active offices before a delivery.
 */
export function cwcOfficeCode(seat: {
  state: string;
  district?: number | null | undefined;
  senate_class?: number | null | undefined;
}): string {
  if (typeof seat.senate_class === "number") return `S${seat.state}0${seat.senate_class}`;
  return `H${seat.state === "AS" ? "AQ" : seat.state}${String(seat.district ?? 0).padStart(2, "0")}`;
}

const text = z.string().nullish();

/** An office at home as both public formats write it. */
export const givenOffice = z.object({
  address: text,
  suite: text,
  building: text,
  city: text,
  state: text,
  zip: text,
  phone: text,
  hours: text,
});

/** Offices with their empty fields left out; an office without a place is left out whole. */
export function cleanOffices(given: readonly z.infer<typeof givenOffice>[]): LocalOffice[] {
  return given.flatMap((office) => {
    const city = cleanLine(office.city);
    const state = cleanLine(office.state);
    if (city === null || state === null) return [];
    const others = (["address", "suite", "building", "zip", "phone", "hours"] as const).flatMap((field) => {
      const value = cleanLine(office[field]);
      return value === null ? [] : [[field, value]];
    });
    return [{ city, state, ...Object.fromEntries(others) }];
  });
}
