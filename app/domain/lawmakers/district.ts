/** A seat of the House by its state and number; 0 = at large. */
export interface District {
  /** Two capital letters. */
  state: string;
  district: number;
}

/**
 * Reads `CA-11`, `ak-0` or `AK-AL` (at large), without the spaces around it; null when it is written otherwise.
 * Whether there is such a district, the facts of a Congress tell: see `findOffices`.
 */
export function parseDistrict(text: string): District | null {
  const [, state, number] = /^\s*([A-Z]{2})-([0-9]{1,2}|AL)\s*$/i.exec(text) ?? [];
  if (state === undefined || number === undefined) return null;
  return { state: parseState(state), district: number.toUpperCase() === "AL" ? 0 : Number(number) };
}

/** A state in two capital letters. The House writes American Samoa as AQ, the post as AS. */
export function parseState(text: string): string {
  const state = text.trim().toUpperCase();
  return state === "AQ" ? "AS" : state;
}

/** The form that URLs and counts use: `CA-11`, `AK-0`. */
export function formatDistrict({ state, district }: District): string {
  return `${state}-${district}`;
}
