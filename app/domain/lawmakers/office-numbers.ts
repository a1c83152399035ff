import type { Lawmaker, LocalOffice } from "./lawmaker";

/** The switchboard of the Capitol connects to every office, also to that of a vacant seat. */
export const SWITCHBOARD = "202-224-3121";

/** A telephone number of an office. */
export interface OfficeNumber {
  number: string;
  /** Null: in Washington. */
  city: string | null;
  /** Of the office at home, on one line. */
  address: string | null;
  /** It is the Capitol's, and connects. */
  isSwitchboard: boolean;
}

/** Every number of an office, Washington's first; the switchboard where that is not known or nobody holds the seat. */
export function officeNumbers(lawmaker: Pick<Lawmaker, "phone" | "localOffices"> | null): OfficeNumber[] {
  const first = lawmaker?.phone
    ? { number: lawmaker.phone, city: null, address: null, isSwitchboard: false }
    : { number: SWITCHBOARD, city: null, address: null, isSwitchboard: true };
  const seen = new Set([first.number]);
  const others: OfficeNumber[] = [];
  for (const office of lawmaker?.localOffices ?? []) {
    const { phone, city } = office;
    if (phone === undefined || seen.has(phone)) continue;
    seen.add(phone);
    others.push({ number: phone, city, address: addressLine(office), isSwitchboard: false });
  }
  return [first, ...others];
}

function addressLine({ address, suite, building, city, state, zip }: LocalOffice): string | null {
  if (address === undefined) return null;
  const place = [city, [state, zip].filter(Boolean).join(" ")].join(", ");
  return [building, address, suite, place].filter(Boolean).join(", ");
}

/** A number as a `tel:` address (RFC 3966); ten digits are of the United States, as all of Congress's are. */
export function telAddress(number: string): string {
  const digits = number.replace(/\D/g, "").replace(/^1(?=\d{10})/, "");
  const [, area, office, line, rest = ""] = /^(\d{3})(\d{3})(\d{4})(\d*)$/.exec(digits) ?? [];
  if (area === undefined) return `tel:+1${digits}`;
  return `tel:+1-${area}-${office}-${line}${rest === "" ? "" : `;ext=${rest}`}`;
}
