import { type ApplyOptions, rollBackFacts } from "~db/congress/apply-facts";
import type { FactsDifference } from "~db/congress/compare-facts";
import { summarizeDifference } from "~db/congress/summarize-difference";
import { type SyncOptions, type SyncResult, syncCongress } from "~db/congress/sync-congress";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";

type Syncing = Pick<Context, "db" | "now" | "newId">;

/**
 * Brings the facts about Congress up to date, and writes down who did so where something changed.
 * @throws {FactsError} and changes nothing
 */
export function syncFacts(
  ctx: Syncing,
  { by, ...options }: Omit<SyncOptions, "onApplied"> & { by: string },
): Promise<SyncResult> {
  const facts = { forced: options.isForced ?? false };
  return syncCongress(ctx.db, { ...options, onApplied: audited(ctx, by, "congress.sync", facts) }, ctx.now());
}

/** Puts back the facts of a Congress that were replaced last. @throws {FactsError} when none are kept */
export function rollBackCongress(
  ctx: Syncing,
  { congress, by }: { congress: number; by: string },
): Promise<FactsDifference> {
  const onApplied = audited(ctx, by, "congress.roll-back", {});
  return rollBackFacts(ctx.db, congress, ctx.now(), { onApplied });
}

function audited(
  ctx: Syncing,
  actor: string,
  action: string,
  more: Record<string, boolean>,
): NonNullable<ApplyOptions["onApplied"]> {
  return (db, { difference, revision }) => {
    const { congress, asOf, left, came, changed, zips } = summarizeDifference(difference);
    const facts = {
      congress,
      revision,
      asOfBefore: asOf.before,
      asOf: asOf.after,
      left: left.length,
      came: came.length,
      changed: new Set(changed.flatMap(({ members }) => members.map(({ member }) => member))).size,
      zips: zips.came.length + zips.left.length + zips.changed.length,
      ...more,
    };
    return recordAudit({ ...ctx, db }, { actor, action, facts });
  };
}
