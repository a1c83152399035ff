import { congressDates, congressEndingOn, dayOf } from "./congress-dates";
import { FactsError } from "./facts-error";
import type { UpstreamMember, UpstreamTerm } from "./read-upstream-member";

/** The least number of House members who must agree on the Congress: 3 in 4 of the fewest that are believed. */
const FEWEST_AGREEING = 300;

/**
 * The Congress that a list of members is of: the one at whose end the last terms of most House members end.
 * @throws {FactsError} while the list is half of one Congress and half of the next
 */
export function congressOf(members: readonly UpstreamMember[]): number {
  const counts = new Map<number, number>();
  for (const { terms } of members) {
    const term = terms.at(-1);
    const congress = term?.type === "rep" ? congressEndingOn(term.end) : null;
    if (congress !== null) counts.set(congress, (counts.get(congress) ?? 0) + 1);
  }
  const [congress, agreeing] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (agreeing < FEWEST_AGREEING) {
    throw new FactsError("The terms of the House members do not tell which Congress the list is of.");
  }
  return congress;
}

/**
 * The last term of a member that lies in a Congress; null when there is none. Around 3 January the list holds
 * members who are about to leave and others who are about to come.
 */
export function termIn(member: UpstreamMember, congress: number): UpstreamTerm | null {
  const { validFrom, validUntil } = congressDates(congress);
  const [from, until] = [dayOf(validFrom), dayOf(validUntil)];
  return member.terms.findLast(({ start, end }) => start < until && end > from) ?? null;
}
