/**
 * States whose voters elected the next Congress on other lines than those of the present one, so that the number of
 * somebody's district may not be the one on their last ballot. From public reports of July 2026.
 */
const statesByCongress = new Map([[119, "AL CA FL LA MO NC OH TN TX UT".split(" ")]]);

/** Whether a state elected the Congress after this one on new lines. */
export function votedOnNewLines(congress: number, state: string): boolean {
  return statesByCongress.get(congress)?.includes(state) ?? false;
}
