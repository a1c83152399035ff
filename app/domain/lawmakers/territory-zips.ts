/**
 * Ranges of ZIP codes whose state is known whether or not the code is listed; the first that fits counts. Null:
 * the Federated States of Micronesia, Palau and the Marshall Islands, which use U.S. mail but elect nobody
 * to Congress.
 */
const ranges = [
  { from: 600, to: 799, state: "PR" },
  { from: 800, to: 899, state: "VI" },
  { from: 900, to: 999, state: "PR" },
  { from: 96799, to: 96799, state: "AS" },
  { from: 96939, to: 96944, state: null },
  { from: 96950, to: 96952, state: "MP" },
  { from: 96960, to: 96960, state: null },
  { from: 96970, to: 96970, state: null },
  { from: 96900, to: 96999, state: "GU" },
];

/** The territory of five digits; `{ state: null }` where nobody is elected, null when they lie in no territory. */
export function findTerritory(zip: string): { state: string | null } | null {
  return ranges.find(({ from, to }) => from <= Number(zip) && Number(zip) <= to) ?? null;
}
