import { isSyncDue, listFactsAges } from "~/domain/lawmakers/facts-age";
import { enqueue } from "~/domain/outbox/enqueue.server";
import { dayOf } from "~db/congress/congress-dates";
import { listStoredOrigins } from "~db/congress/stored-facts";
import type { JobContext } from "./job-context";

/** Asks for a sync of the facts about Congress when they are old: once a day at most, whatever became of the last. */
export async function askForSync(ctx: JobContext): Promise<void> {
  if (ctx.congressSyncFrom === null || !isSyncDue(await listStoredOrigins(ctx.db), ctx.now())) return;
  const day = dayOf(ctx.now());
  await enqueue(ctx, "sync-congress", { day }, { uniqueKey: `sync-congress ${day}` });
}

/** @returns a task that warns once a day, in each process, of facts about Congress that are old or will end. */
export function warnOfOldFacts(): (ctx: JobContext) => Promise<void> {
  let warnedOn = "";
  return async (ctx) => {
    const today = dayOf(ctx.now());
    if (today === warnedOn) return;
    for (const { warning, ...facts } of listFactsAges(await listStoredOrigins(ctx.db), ctx.now())) {
      if (warning === undefined) continue;
      warnedOn = today;
      ctx.log.warn("facts about Congress need care", { ...facts, warning });
    }
  };
}
