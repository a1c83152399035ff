import { aborted, deadline } from "./deadline";

/** What an answer says about further calls; null where it says nothing. */
export interface RateLimit {
  /** Calls that are left in the current window. */
  remaining: number;
  /** Milliseconds until the next window. */
  resetMs: number;
}

/** How a call went, as far as it concerns the next ones. */
export type CallEnd = "answered" | "troubled" | { pauseMs: number };

/** One call: told when it begins and how it ended. */
export interface PacedCall {
  end(how: CallEnd, limit: RateLimit | null): void;
}

/** Keeps calls within the rate that the service's own answers allow. */
export interface SendingPace {
  /** Milliseconds until another call may begin; `Infinity` while that depends on one that is under way. */
  waitMs(): number;
  /** Waits for `waitMs` to be 0. @returns false when `signal` ended the waiting */
  turn(signal: AbortSignal): Promise<boolean>;
  begin(): PacedCall;
}

/** After a call without a good answer: doubled with each, so that a service that is away is asked by few. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Follows the service's answers and nothing else: a window's first call goes alone, its answer says how many more
 * there may be, and each answer corrects that, so that several workers on one account see each other's calls.
 * @param now milliseconds of a clock that only runs forward
 */
export function createSendingPace(now: () => number = () => performance.now()): SendingPace {
  let pausedUntil = 0;
  let windowEnds = 0;
  let left = 0;
  let underWay = 0;
  let begun = 0;
  let heard = 0;
  let troubles = 0;
  let wake = () => {};
  let woken = renewed();

  function renewed() {
    return new Promise<void>((resolve) => {
      wake = resolve;
    });
  }

  function learn(number: number, limit: RateLimit | null) {
    // An answer that comes late tells of an older moment than one that is here already.
    if (limit === null || number < heard) return;
    heard = number;
    // The calls under way may be counted in what is left, or not yet.
    left = Math.max(0, limit.remaining - underWay);
    windowEnds = now() + limit.resetMs;
  }

  const pace: SendingPace = {
    waitMs() {
      const at = now();
      if (at < pausedUntil) return pausedUntil - at;
      if (at >= windowEnds) return underWay === 0 ? 0 : Number.POSITIVE_INFINITY;
      return left > 0 ? 0 : windowEnds - at;
    },

    async turn(signal) {
      for (let ms = pace.waitMs(); ms > 0; ms = pace.waitMs()) {
        if (signal.aborted) return false;
        // No wait is longer than a minute, because a timer holds no more than 24 days.
        const patience = deadline(Math.min(ms, 60_000), signal);
        await Promise.race([aborted(patience.signal), woken]);
        patience.release();
      }
      return !signal.aborted;
    },

    begin() {
      const number = ++begun;
      underWay++;
      left--;
      return {
        end(how, limit) {
          underWay--;
          learn(number, limit);
          troubles = how === "troubled" ? troubles + 1 : 0;
          if (how === "troubled") {
            const doubled = Math.min(FIRST_PAUSE_MS * 2 ** (troubles - 1), LONGEST_PAUSE_MS);
            pausedUntil = Math.max(pausedUntil, now() + doubled * (0.75 + Math.random() / 2));
          } else if (how !== "answered") {
            pausedUntil = Math.max(pausedUntil, now() + how.pauseMs);
          }
          wake();
          woken = renewed();
        },
      };
    },
  };
  return pace;
}
