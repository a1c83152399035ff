import type { Lawmaker } from "../lawmakers/lawmaker";

/** The code under which the gateway of its chamber knows an office; null where there is none. */
export function cwcOfficeCode({ cwcOfficeCode: code, chamber, state }: OfficeOfCode): string | null {
  // The House says AQ for American Samoa, whose addresses say AS.
  if (chamber === "house" && state === "AS") return "HAQ00";
  return code;
}

type OfficeOfCode = Pick<Lawmaker, "cwcOfficeCode" | "chamber" | "state">;
