/** The fifty states, each with two senators. */
const states = new Set(
  (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR " +
    "PA RI SC SD TN TX UT VT VA WA WV WI WY"
  ).split(" "),
);

/** Places with one member of the House without a vote on final passage, and no senators. */
const delegatePlaces = new Set(["AS", "DC", "GU", "MP", "PR", "VI"]);

/** Military and diplomatic mail; not a place, so it has no members of Congress. */
const militaryMail = new Set(["AA", "AE", "AP"]);

export type UsSubdivision =
  | { kind: "state"; state: string }
  /** `district` as in `?district=PR-0`. */
  | { kind: "delegate"; state: string; district: string }
  | { kind: "military" };

/** The states and the District of Columbia, which have laws of their own; territories are countries of the list. */
export const homeStates: readonly string[] = [...states, "DC"];

/** The state, or DC, that an ISO 3166-2 code such as US-CA names; null where it names none. */
export function readHomeState(code: string): string | null {
  return homeStates.find((state) => code === `US-${state}`) ?? null;
}

/** Reads an ISO 3166-2 code such as US-CA, or null where it names no part of the United States. */
export function readUsSubdivision(code: string): UsSubdivision | null {
  const [country, state = ""] = code.split("-", 2);
  if (country !== "US") return null;
  if (states.has(state)) return { kind: "state", state };
  if (delegatePlaces.has(state)) return { kind: "delegate", state, district: `${state}-0` };
  return militaryMail.has(state) ? { kind: "military" } : null;
}
