import { parseState } from "./district";

/** What somebody told about where they live, as it stands in the address of each page of the flow; null when absent. */
export interface WhereYouLive {
  zip: string | null;
  district: string | null;
  state: string | null;
  /** They vote in the United States and live abroad, and have told nothing else yet. */
  isAbroad?: boolean;
}

const fields = ["zip", "state", "district"] as const;

export function readWhere(query: URLSearchParams): WhereYouLive {
  const value = (name: (typeof fields)[number]) => query.get(name)?.trim() || null;
  const state = value("state");
  const where = { zip: value("zip"), district: value("district"), state: state && parseState(state) };
  return query.has("abroad") ? { ...where, isAbroad: true } : where;
}

/** The query that leads to the same place: `zip=94110&district=CA-11`; empty where nothing is known. */
export function whereQuery(where: WhereYouLive): URLSearchParams {
  const query = new URLSearchParams();
  for (const field of fields) {
    const value = where[field];
    if (value !== null) query.set(field, value);
  }
  return query;
}
