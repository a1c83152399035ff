/** States of the United States that have enacted a comprehensive privacy law. Authors count differently. */
const comprehensive = new Set("AL CA CO CT DE IA IN KY LA MD MN MT NE NH NJ OK OR RI TN TX UT VA".split(" "));

/** A privacy law that most counts leave out, for it binds few. */
const narrower = new Set(["FL"]);

/** YYYY-MM-DD */
const appliesFrom: Readonly<Record<string, string>> = { LA: "2027-01-01", OK: "2027-01-01" };

/** The month in which these lists were last true, as YYYY-MM. */
export const STATE_LAWS_AS_OF = "2026-06";

/** What the law of a state is like. */
export interface StateLaw {
  kind: "comprehensive" | "narrower" | "none";
  /** The day, as YYYY-MM-DD, where it is known to apply only later than it was enacted. */
  from: string | null;
}

/** @param state the two letters of a state, or DC */
export function stateLaw(state: string): StateLaw {
  const kind = comprehensive.has(state) ? "comprehensive" : narrower.has(state) ? "narrower" : "none";
  return { kind, from: appliesFrom[state] ?? null };
}
