import type { Context } from "~/domain/context";
import { differs } from "~/domain/counting/compare-counts.server";
import { countOverdue } from "~/domain/counting/count-overdue.server";
import { recountWhenDue } from "~/domain/counting/recount.server";
import type { JobContext } from "./job-context";

type Watching = Context & Pick<JobContext, "log">;

/** Recounts once a night. A line with "counts differ" is the alarm: `npm run recount` shows the difference. */
export async function recountNightly(ctx: Watching): Promise<void> {
  for (const { campaignId, petitionId, ...numbers } of (await recountWhenDue(ctx)) ?? []) {
    if (differs(numbers)) ctx.log.error("counts differ", { campaignId, petitionId, ...numbers });
  }
}

/** Tells when signatures wait to be counted although the roll-up should have come by hundreds of times. */
export async function watchRollUp(ctx: Watching): Promise<void> {
  const signatures = await countOverdue(ctx);
  if (signatures > 0) ctx.log.error("counting stands still", { signatures });
}
