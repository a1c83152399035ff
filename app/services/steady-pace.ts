/** Keeps the calls of this process apart, and holds them back for as long as a service asks. */
export interface SteadyPace {
  /** Milliseconds until another call may begin. */
  waitMs(): number;
  begin(): void;
  /** No call before that time has passed. */
  pause(ms: number): void;
}

/** @param now milliseconds of a clock that only runs forward */
export function createSteadyPace(perSecond: number, now: () => number = () => performance.now()): SteadyPace {
  let next = Number.NEGATIVE_INFINITY;
  return {
    waitMs: () => Math.max(0, next - now()),
    begin() {
      next = Math.max(next, now()) + 1_000 / perSecond;
    },
    pause(ms) {
      next = Math.max(next, now() + ms);
    },
  };
}
