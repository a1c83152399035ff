import { expect, test } from "vitest";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { askForSync, warnOfOldFacts } from "~/jobs/keep-facts-fresh.server";
import { runJob } from "~/jobs/run-job.server";
import { findStoredFacts, listStoredOrigins } from "~db/congress/stored-facts";
import { auditLog } from "~db/schema/audit";
import { outbox } from "~db/schema/outbox";
import { lawmakersWith, shipped, shippedWith } from "../db/congress/shipped";
import { folderWith } from "../db/congress/upstream-fixture";
import { upstreamSet } from "../db/congress/upstream-set";
import { type TestContext, withContext } from "../support/database";
import { jobContext, withMailService } from "./sending";

const pelosi = "P000197";
/** The day of the files is the day on which they were written, which is that of the machine. */
const today = () => new Date(Date.now() + 3_600_000);

async function withSource(
  ctx: TestContext,
  from: string | null,
  story: (running: ReturnType<typeof jobContext>) => Promise<void>,
) {
  await withMailService(async (resend) => {
    const { job, logged } = jobContext(ctx, resend);
    await story({ job: { ...job, congressSyncFrom: from }, logged });
  });
}

async function workThrough(job: ReturnType<typeof jobContext>["job"]): Promise<number> {
  const jobs = await leaseJobs(job, 10, 60_000, "other");
  for (const one of jobs) await runJob(job, one);
  return jobs.length;
}

test(
  "old facts are renewed from the source in the settings, once a day, and the log says so",
  withContext(async (ctx) => {
    ctx.clock.set(today());
    const changed = shippedWith({ lawmakers: lawmakersWith(pelosi, { phone: "202-225-0000" }) });
    await withSource(ctx, await folderWith(upstreamSet(changed)), async ({ job, logged }) => {
      await askForSync(job);
      await askForSync(job);
      expect(await workThrough(job)).toBe(1);

      const stored = await findStoredFacts(ctx.db, 119);
      expect(stored?.facts.lawmakers.find(({ bioguide }) => bioguide === pelosi)?.phone).toBe("202-225-0000");
      expect(logged).toEqual([
        { event: "facts about Congress are synced", facts: expect.objectContaining({ congress: 119, changed: true }) },
      ]);
      expect(await ctx.db.select().from(auditLog)).toMatchObject([{ actor: "automatic", action: "congress.sync" }]);

      ctx.clock.advance(86_400_000);
      await askForSync(job);
      expect(await workThrough(job)).toBe(0);
    });
  }),
);

test(
  "what looks like damage is never forced, and told once a day",
  withContext(async (ctx) => {
    ctx.clock.set(today());
    const bare = shippedWith({ lawmakers: shipped.lawmakers.map((member) => ({ ...member, phone: null })) });
    await withSource(ctx, await folderWith(upstreamSet(bare)), async ({ job, logged }) => {
      for (const days of [0, 0, 1]) {
        ctx.clock.advance(days * 86_400_000);
        await askForSync(job);
        await workThrough(job);
      }
      expect(logged).toEqual(
        Array(2).fill({
          event: "facts about Congress are not synced",
          facts: { reason: expect.stringMatching(/phone numbers are lost or changed, which is more than 10 %/) },
        }),
      );
      expect((await findStoredFacts(ctx.db, 119))?.facts).toEqual(shipped);
      expect((await ctx.db.select().from(outbox)).map(({ deadAt }) => deadAt)).toEqual([null, null]);
    });
  }),
);

test(
  "a source that is away harms nothing, and without one nothing is asked for",
  withContext(async (ctx) => {
    await withSource(ctx, "http://127.0.0.1:9/", async ({ job, logged }) => {
      await askForSync(job);
      expect(await workThrough(job)).toBe(1);
      expect(logged).toMatchObject([{ facts: { reason: expect.stringMatching(/can't be reached/) } }]);
    });
    await withSource(ctx, null, async ({ job }) => {
      ctx.clock.advance(86_400_000);
      await askForSync(job);
      expect(await workThrough(job)).toBe(0);
    });
  }),
);

test(
  "a process warns of old facts once a day, and not of fresh ones",
  withContext(async (ctx) => {
    await withSource(ctx, null, async ({ job, logged }) => {
      const watch = warnOfOldFacts();
      ctx.clock.set("2026-06-20T12:00:00Z");
      await watch(job);
      expect(logged).toEqual([]);

      ctx.clock.set("2026-11-23T12:00:00Z");
      await watch(job);
      await watch(job);
      ctx.clock.advance(86_400_000);
      await watch(job);
      expect(logged.map(({ event, facts }) => [event, facts.warning])).toEqual([
        ["facts about Congress need care", "The facts of the 119th Congress are 161 days old."],
        ["facts about Congress need care", "The facts of the 119th Congress are 162 days old."],
      ]);
      expect((await listStoredOrigins(ctx.db)).length).toBe(1);
    });
  }),
);
