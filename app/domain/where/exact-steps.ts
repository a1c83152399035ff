/** Each step after the first holds ten times as many as the one before; the last of them holds the largest. */
const MOST_STEPS = 4;

interface Place {
  code: string;
  count: number;
}

/**
 * The colours of a map for people who may see every number: nothing is merged, and a single one has a colour.
 * @returns places with something in them, each with its step from 1, and the least of each step, smallest first
 */
export function exactSteps(counts: readonly Place[]): { places: (Place & { step: number })[]; steps: number[] } {
  const shown = counts.filter(({ count }) => count > 0);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const powers: number[] = [];
  for (let power = 10; power <= most; power *= 10) powers.push(power);
  const steps = [1, ...powers.slice(-MOST_STEPS)];
  return {
    places: shown.map(({ code, count }) => ({ code, count, step: steps.filter((least) => count >= least).length })),
    steps,
  };
}
