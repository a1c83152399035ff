import { setTimeout as sleep } from "node:timers/promises";
import { count, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import { countOverdue } from "~/domain/counting/count-overdue.server";
import { recountWhenDue } from "~/domain/counting/recount.server";
import { countSome, foldSome, rollUp } from "~/domain/counting/roll-up.server";
import { connectPostgres } from "~db/connect-postgres";
import { rowsOf } from "~db/rows";
import { petitionTotals, recounts } from "~db/schema/totals";
import { startProcess } from "../../support/child-process";
import { type TestContext, withPostgres } from "../../support/database";
import { openPetition } from "../signatures/signing";
import { insertConfirmed } from "./many-signatures";
import { pauseRegions, recounted, rollUpAll, toldNumbers, trueNumbers } from "./numbers";

const MANY = 20_000;

const times = <T>(count: number, work: (position: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, position) => work(position)));

/** The roll-up as it would be if nothing kept a second one away. */
async function rollUpUnlocked(ctx: TestContext, batch: number): Promise<number> {
  let rows = 0;
  for (;;) {
    const counted = await countSome(ctx, batch);
    await foldSome(ctx, batch);
    rows += counted;
    if (counted === 0) return rows;
  }
}

async function expectRight(ctx: TestContext, petitionId: string) {
  const truth = await trueNumbers(ctx, petitionId);
  expect(await toldNumbers(ctx, petitionId)).toEqual(truth);
  const rows = truth.count;
  expect(await recounted(ctx, petitionId)).toEqual({ rows, total: rows, regions: rows, misplaced: 0, numbers: 0 });
  return truth;
}

describe("Roll-ups at once", () => {
  test.each([2, 4])("%d of them count each signature once", (roundsAtOnce) =>
    withPostgres(async (_, ctx) => {
      const { petition } = await openPetition(ctx);
      await insertConfirmed(ctx, petition, MANY);
      const rows = await times(roundsAtOnce, () => rollUp(ctx, { batch: 500 }));
      expect(rows.reduce((so, more) => so + more, 0)).toBe(MANY);
      expect((await expectRight(ctx, petition.id)).count).toBe(MANY);
    })(),
  );

  test.each([2, 4])("%d of them count right even if nothing keeps them apart", (roundsAtOnce) =>
    withPostgres(async (_, ctx) => {
      const { petition } = await openPetition(ctx);
      await insertConfirmed(ctx, petition, MANY);
      const rows = await times(roundsAtOnce, () => rollUpUnlocked(ctx, 300));
      expect(rows.reduce((so, more) => so + more, 0)).toBe(MANY);
      expect(rows.filter((own) => own > 0).length, "More than one was at work.").toBeGreaterThan(1);
      expect((await expectRight(ctx, petition.id)).count).toBe(MANY);
    })(),
  );

  test(
    "count right while people withdraw and move and staff hold, pause the regions and go on",
    withPostgres(async (_, ctx) => {
      const { petition } = await openPetition(ctx);
      await insertConfirmed(ctx, petition, MANY);
      const changes = [
        sql`state = 'withdrawn', withdrawn_at = now()`,
        sql`held_at = now()`,
        sql`country = 'US', us_state = 'TX', us_district = 7, locale = 'es'`,
        sql`state = 'struck'`,
        sql`held_at = null, state = 'confirmed', country = 'KE', us_state = null, us_district = null`,
      ];
      const changing = (async () => {
        for (let round = 0; round < 40; round++) {
          const change = changes[round % changes.length] ?? sql``;
          await ctx.db.execute(sql`
            update signatures set ${change}
            where (campaign_id, id) in (select campaign_id, id from signatures order by random() limit 250)`);
          if (round % 10 === 5) await pauseRegions(ctx, round % 20 === 5);
        }
      })();
      let isChanging = true;
      const counting = times(4, async () => {
        while (isChanging) await rollUpUnlocked(ctx, 200);
      });
      await changing;
      isChanging = false;
      await counting;
      await rollUpAll(ctx);
      const truth = await expectRight(ctx, petition.id);
      expect(truth.count).toBeGreaterThan(MANY / 4);
      expect(truth.count).toBeLessThan(MANY);
    }),
  );
});

test(
  "a transaction that confirmed long ago and commits late is counted, once",
  withPostgres(async (database, ctx) => {
    const { petition } = await openPetition(ctx);
    const late = connectPostgres(database.url);
    try {
      await late.db.transaction(async (db) => {
        await insertConfirmed({ ...ctx, db }, petition, 1);
        for (let hour = 0; hour < 3; hour++) {
          ctx.clock.advance(3_600_000);
          await insertConfirmed(ctx, petition, 10);
          expect(await rollUp(ctx)).toBe(10);
        }
      });
      expect(await rollUp(ctx)).toBe(1);
      expect(await rollUp(ctx)).toBe(0);
      expect((await expectRight(ctx, petition.id)).count).toBe(31);
    } finally {
      await late.close();
    }
  }),
);

test.each(["its process", "its connection"] as const)("a roll-up that loses %s leaves nothing half done", (what) =>
  withPostgres(async (database, ctx) => {
    const { petition } = await openPetition(ctx);
    await insertConfirmed(ctx, petition, 100);
    await rollUp(ctx);
    await ctx.db.execute(sql`update signatures set state = 'withdrawn'`);
    await insertConfirmed(ctx, petition, 1_000);

    const counting = startProcess("tests/domain/counting/programs/roll-up.ts", [database.url], {});
    await ctx.db.transaction(async (db) => {
      await db.select().from(petitionTotals).for("update");
      // It has stamped the signatures and comes to the totals.
      const pid = await untilSomebodyWaits(ctx);
      if (what === "its connection") await ctx.db.execute(sql`select pg_terminate_backend(${pid}::integer)`);
      await counting.kill();
    });
    await untilNobodyElseIsConnected(ctx);

    expect(await recounted(ctx, petition.id)).toEqual({
      rows: 100,
      total: 100,
      regions: 100,
      misplaced: 0,
      numbers: 0,
    });
    expect(await rollUp(ctx)).toBe(1_100);
    expect((await expectRight(ctx, petition.id)).count).toBe(1_000);
  })(),
);

test(
  "a signature that somebody is changing is passed over, and counted afterwards as it is then",
  withPostgres(async (database, ctx) => {
    const { petition } = await openPetition(ctx);
    await insertConfirmed(ctx, petition, 3);
    const other = connectPostgres(database.url);
    try {
      await other.db.transaction(async (db) => {
        await db.execute(sql`update signatures set country = 'KE', us_state = null, us_district = null
          where id = (select id from signatures limit 1)`);
        expect(await rollUp(ctx)).toBe(2);
        ctx.clock.advance(600_001);
        expect(await countOverdue(ctx), "Nobody may hold on to a signature for ten minutes unseen.").toBe(1);
      });
      expect(await rollUp(ctx)).toBe(1);
      expect(await countOverdue(ctx)).toBe(0);
      expect((await expectRight(ctx, petition.id)).places["KE  -1"]).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  }),
);

test(
  "of workers that come to recount at once, one does it",
  withPostgres(async (_, ctx) => {
    const done = await times(6, () => recountWhenDue(ctx));
    expect(done.filter((found) => found !== null)).toHaveLength(1);
    const petitionsOnce = await ctx.db.select({ rows: count() }).from(recounts).groupBy(recounts.petitionId);
    expect(new Set(petitionsOnce.map(({ rows }) => rows))).toEqual(new Set([1]));
  }),
);

test(
  "where nothing is to be counted, or a few, the signatures are not read through",
  withPostgres(async (database, { clock: _, ...parts }) => {
    // On one connection, which tells its statistics when it is asked to.
    const single = connectPostgres(database.url, { poolSize: 1 });
    const ctx = { ...parts, db: single.db };
    try {
      const { petition } = await openPetition(ctx);
      await insertConfirmed(ctx, petition, MANY);
      for (const known of ["nothing", "everything"]) {
        if (known === "everything") await ctx.db.execute(sql`analyze signatures`);
        await rollUpAll(ctx);
        const before = await sequentialScans(ctx);
        expect(await rollUp(ctx)).toBe(0);
        await insertConfirmed(ctx, petition, 5);
        expect(await rollUp(ctx)).toBe(5);
        expect((await sequentialScans(ctx)) - before, `where the planner knows ${known}`).toBe(0);
      }
    } finally {
      await single.close();
    }
  }),
);

async function sequentialScans(ctx: Context): Promise<number> {
  await ctx.db.execute(sql`select pg_stat_force_next_flush()`);
  const answer = await ctx.db.execute(sql`select seq_scan from pg_stat_user_tables where relname = 'signatures'`);
  return Number(rowsOf(answer)[0]?.seq_scan);
}

async function untilSomebodyWaits(ctx: Context): Promise<number> {
  for (;;) {
    const answer = await ctx.db.execute(sql`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    const pid = rowsOf(answer)[0]?.pid;
    if (typeof pid === "number") return pid;
    await sleep(20);
  }
}

/** Until the server has noticed that the client is gone, and has taken back what it did for it. */
async function untilNobodyElseIsConnected(ctx: Context): Promise<void> {
  for (;;) {
    const answer = await ctx.db.execute(sql`
      select pid from pg_stat_activity
      where datname = current_database() and query like '%stamped%' and pid <> pg_backend_pid() and state <> 'idle'`);
    if (rowsOf(answer).length === 0) return;
    await sleep(20);
  }
}
