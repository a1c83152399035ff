import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollUp } from "~/domain/counting/roll-up.server";
import { recountNightly, watchRollUp } from "~/jobs/watch-counts.server";
import type { LogFacts } from "~/services/log.server";
import { insertConfirmed } from "../domain/counting/many-signatures";
import { openPetition } from "../domain/signatures/signing";
import { type TestContext, withContext } from "../support/database";

function watching(ctx: TestContext) {
  const alarms: { event: string; facts: LogFacts | undefined }[] = [];
  const silent = () => undefined;
  const error = (event: string, facts?: LogFacts) => void alarms.push({ event, facts });
  return { alarms, job: { ...ctx, log: { debug: silent, info: silent, warn: silent, error } } };
}

test(
  "the nightly recount is silent where counts are right, and alarms once a night where they differ",
  withContext(async (ctx) => {
    const { petition } = await openPetition(ctx);
    await insertConfirmed(ctx, petition, 30);
    await rollUp(ctx);
    const { alarms, job } = watching(ctx);
    await recountNightly(job);
    expect(alarms).toEqual([]);

    await ctx.db.execute(sql`update petition_totals set count = 31`);
    ctx.clock.set("2026-11-24T02:30:00Z");
    await recountNightly(job);
    await recountNightly(job);
    const { id: petitionId, campaignId } = petition;
    expect(alarms).toEqual([
      {
        event: "counts differ",
        facts: { campaignId, petitionId, rows: 30, total: 31, regions: 30, misplaced: 0, numbers: 0 },
      },
    ]);
  }),
);

test(
  "an alarm tells of signatures that nobody has counted for ten minutes",
  withContext(async (ctx) => {
    const { petition } = await openPetition(ctx);
    await insertConfirmed(ctx, petition, 30);
    const { alarms, job } = watching(ctx);
    await watchRollUp(job);
    expect(alarms).toEqual([]);
    ctx.clock.advance(601_000);
    await watchRollUp(job);
    expect(alarms).toEqual([{ event: "counting stands still", facts: { signatures: 30 } }]);
  }),
);
