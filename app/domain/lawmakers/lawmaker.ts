import type { Lawmaker } from "~db/congress/facts";

export type { Lawmaker, LocalOffice } from "~db/congress/facts";

/**
 * Whether a term was due to end before `now`, at noon Eastern as terms do. Within a Congress this happens to
 * appointed senators: they serve on until the winner of the special election is sworn in, which the facts may
 * not know yet.
 */
export function isTermOver({ termEnd }: Pick<Lawmaker, "termEnd">, now: Date): boolean {
  return now.getTime() >= Date.parse(`${termEnd}T17:00:00Z`);
}
