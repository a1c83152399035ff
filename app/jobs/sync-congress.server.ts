import { AUTOMATIC } from "~/domain/audit/record-audit.server";
import { syncFacts } from "~/domain/lawmakers/sync-facts.server";
import { isDifferent } from "~db/congress/compare-facts";
import { FactsError } from "~db/congress/facts-error";
import type { JobContext } from "./job-context";

/**
 * Brings the facts about Congress up to date from the source in the settings, never by force. A source that fails or
 * must not be believed is told in the log and left alone until the next day.
 */
export async function syncCongressFacts(ctx: JobContext): Promise<"done"> {
  const from = ctx.congressSyncFrom;
  if (from === null) return "done";
  try {
    const { difference, remarks } = await syncFacts(ctx, { from, by: AUTOMATIC });
    const { congress, asOf } = difference.after;
    const facts = { congress, asOf, changed: isDifferent(difference), leftOut: remarks.length };
    ctx.log.info("facts about Congress are synced", facts);
  } catch (error) {
    // Its sentence is ours and speaks of public files; any other fault may quote what a query held.
    if (!(error instanceof FactsError)) throw error;
    ctx.log.warn("facts about Congress are not synced", { reason: error.message });
  }
  return "done";
}
