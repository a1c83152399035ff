import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { enqueue } from "~/domain/outbox/enqueue.server";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { outbox } from "~db/schema/outbox";
import { type TestContext, withPostgres } from "../../support/database";
import { listJobs } from "../signatures/signing";

async function askFor(ctx: TestContext, count: number) {
  for (let job = 0; job < count; job++) {
    await enqueue(ctx, "email-confirmation", { campaignId: ctx.newId(), confirmationId: ctx.newId() });
  }
}

test(
  "workers that lease at once never get the same job, and none more than it asked for",
  withPostgres(async (_, ctx) => {
    await askFor(ctx, 100);
    const taken: string[] = [];
    while (taken.length < 100) {
      const batches = await Promise.all(Array.from({ length: 8 }, () => leaseJobs(ctx, 7, 60_000)));
      for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(7);
      taken.push(...batches.flat().map(({ id }) => id));
    }
    expect(new Set(taken).size).toBe(100);
    expect(taken).toHaveLength(100);
    expect((await listJobs(ctx)).every(({ attempts }) => attempts === 1)).toBe(true);
  }),
);

test(
  "a job that another worker is taking is passed over, not waited for",
  withPostgres(async (_, ctx) => {
    await askFor(ctx, 3);
    await ctx.db.transaction(async (db) => {
      await db.execute(sql`select id from ${outbox} order by id limit 2 for update`);
      expect(await leaseJobs(ctx, 10, 60_000)).toHaveLength(1);
    });
    expect(await leaseJobs(ctx, 10, 60_000)).toHaveLength(2);
  }),
);
