import { aborted, deadline } from "~/services/deadline";
import { errorFacts } from "~/services/log.server";
import { deliver } from "./deliver.server";
import type { JobContext } from "./job-context";
import type { Sending } from "./write-mails.server";

/** The service's own limit is met before that; these few bridge the time until it answers. */
const MOST_CALLS = 3;

/** Calls of the mail service that run beside each other. */
export interface MailCalls {
  /** Waits until another call may begin. @returns false when that took too long, or the worker stops */
  turn(patienceMs: number): Promise<boolean>;
  /** Begins a call as soon as it may. @returns false when it was not begun, because that took too long or the worker stops */
  begin(sending: Sending, patienceMs: number): Promise<boolean>;
  /** Waits for the calls that are under way. */
  ended(): Promise<void>;
}

export function createMailCalls(ctx: JobContext, stopping: AbortSignal, cutting: AbortSignal): MailCalls {
  const underWay = new Set<Promise<void>>();

  async function turn(patienceMs: number): Promise<boolean> {
    const patience = deadline(patienceMs, stopping);
    const isOver = aborted(patience.signal);
    while (underWay.size >= MOST_CALLS && !patience.signal.aborted) await Promise.race([...underWay, isOver]);
    const isTurn = !patience.signal.aborted && (await ctx.mailer.turn(patience.signal));
    patience.release();
    return isTurn;
  }

  async function call(sending: Sending) {
    try {
      await deliver(ctx, sending, cutting);
    } catch (error) {
      // The lease runs out, and the same mail is tried again under the same key.
      const { id, name } = sending.job;
      ctx.log.error("outcome of a mail was not recorded", { job: id, name, ...errorFacts(error) });
    }
  }

  return {
    turn,
    async begin(sending, patienceMs) {
      if (!(await turn(patienceMs))) return false;
      const one: Promise<void> = call(sending).finally(() => underWay.delete(one));
      underWay.add(one);
      return true;
    },
    async ended() {
      await Promise.all(underWay);
    },
  };
}
