import { normalizedName } from "../signatures/supporter-name";
import type { EndorsementContent } from "./endorsement-content";

/** Words that are looked for at once; more are left out. */
const MOST_WORDS = 6;
export const LONGEST_SEARCH = 100;

/** What the search looks in: one spelling, whatever the case and the accents. */
export function searchedText({ name, affiliation, role, sentence }: EndorsementContent): string {
  return normalizedName([name, affiliation, role, sentence].join(" "));
}

/** Patterns for SQL's `like`, one for each word of what somebody looks for. */
export function searchPatterns(query: string): string[] {
  const words = normalizedName(query.slice(0, LONGEST_SEARCH)).split(" ").filter(Boolean);
  return words.slice(0, MOST_WORDS).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}
