import { expect, test } from "vitest";
import { enqueue } from "~/domain/outbox/enqueue.server";
import {
  buryJob,
  excuseJob,
  finishJob,
  keepJobState,
  leaseJobs,
  postponeJob,
  putBackJob,
  renewLease,
  returnJobs,
  returnTriedJob,
} from "~/domain/outbox/lease.server";
import { type TestContext, withContext } from "../../support/database";
import { listJobs } from "../signatures/signing";

const LEASE_MS = 60_000;
const later = (ctx: TestContext, ms: number) => new Date(ctx.now().getTime() + ms);

function ask(ctx: TestContext, options: { uniqueKey?: string } = {}) {
  return enqueue(ctx, "email-confirmation", { campaignId: ctx.newId(), confirmationId: ctx.newId() }, options);
}

test(
  "a leased job belongs to its worker until the lease runs out",
  withContext(async (ctx) => {
    await ask(ctx);
    expect(await leaseJobs(ctx, 10, LEASE_MS)).toMatchObject([{ attempts: 1, leasedUntil: later(ctx, LEASE_MS) }]);
    ctx.clock.advance(LEASE_MS - 1);
    expect(await leaseJobs(ctx, 10, LEASE_MS)).toEqual([]);
    ctx.clock.advance(1);
    expect(await leaseJobs(ctx, 10, LEASE_MS)).toMatchObject([{ attempts: 2 }]);
  }),
);

test(
  "no more than the limit is leased, confirmations before notices and the oldest first",
  withContext(async (ctx) => {
    await enqueue(ctx, "email-already-signed", { campaignId: ctx.newId(), signatureId: ctx.newId() });
    for (let job = 0; job < 3; job++) {
      ctx.clock.advance(1);
      await ask(ctx);
    }
    const [notice, ...mails] = await listJobs(ctx);
    const leased = async (limit: number) => (await leaseJobs(ctx, limit, LEASE_MS)).map(({ id }) => id).sort();
    expect(await leased(2)).toEqual([mails[0]?.id, mails[1]?.id].sort());
    expect(await leased(1)).toEqual([mails[2]?.id]);
    expect(await leased(9)).toEqual([notice?.id]);
  }),
);

test(
  "mail and other work are leased apart",
  withContext(async (ctx) => {
    await ask(ctx);
    await enqueue(ctx, "strike-signatures", { strikeId: ctx.newId() });
    expect(await leaseJobs(ctx, 10, LEASE_MS, "other")).toMatchObject([{ name: "strike-signatures" }]);
    expect(await leaseJobs(ctx, 10, LEASE_MS, "other")).toEqual([]);
    expect(await leaseJobs(ctx, 10, LEASE_MS, "mail")).toMatchObject([{ name: "email-confirmation" }]);
  }),
);

test(
  "a lease that was renewed lasts longer, and one that was lost is neither renewed nor given back",
  withContext(async (ctx) => {
    await ask(ctx);
    const [held] = await leaseJobs(ctx, 1, LEASE_MS);
    if (!held) throw new Error("A job was to be leased.");
    const leasedUntil = later(ctx, 2 * LEASE_MS);
    expect(await renewLease(ctx, held, leasedUntil)).toBe(true);
    ctx.clock.advance(LEASE_MS);
    expect(await leaseJobs(ctx, 1, LEASE_MS)).toEqual([]);
    ctx.clock.advance(LEASE_MS);
    const [taken] = await leaseJobs(ctx, 1, LEASE_MS);
    expect(await renewLease(ctx, { ...held, leasedUntil }, later(ctx, LEASE_MS))).toBe(false);
    await returnJobs(ctx, [{ ...held, leasedUntil }]);
    await returnTriedJob(ctx, { ...held, leasedUntil }, "late");
    expect(await listJobs(ctx)).toEqual([taken]);
  }),
);

test(
  "a job that was held up by others, or did a part of its work, has its attempts back",
  withContext(async (ctx) => {
    await ask(ctx);
    const [job] = await leaseJobs(ctx, 1, LEASE_MS);
    if (!job) throw new Error("A job was to be leased.");
    await excuseJob(ctx, job.id, later(ctx, 5_000), "busy 429");
    expect(await listJobs(ctx)).toMatchObject([{ attempts: 0, leasedUntil: null, runAt: later(ctx, 5_000) }]);
    ctx.clock.advance(5_000);
    await leaseJobs(ctx, 1, LEASE_MS);
    await putBackJob(ctx, job.id);
    expect(await leaseJobs(ctx, 1, LEASE_MS)).toMatchObject([{ id: job.id, attempts: 1, lastError: null }]);
  }),
);

test(
  "what is done, given up or put off is not leased",
  withContext(async (ctx) => {
    for (let job = 0; job < 3; job++) await ask(ctx);
    const [done, dead, putOff] = await leaseJobs(ctx, 10, LEASE_MS);
    if (!done || !dead || !putOff) throw new Error("Three jobs were to be leased.");
    await finishJob(ctx, done.id);
    await buryJob(ctx, dead.id, "refused 422");
    await postponeJob(ctx, putOff.id, later(ctx, 5_000), "busy 429");
    expect(await leaseJobs(ctx, 10, LEASE_MS)).toEqual([]);
    ctx.clock.advance(5_000);
    expect(await leaseJobs(ctx, 10, LEASE_MS)).toMatchObject([{ id: putOff.id, attempts: 2, lastError: "busy 429" }]);
  }),
);

test(
  "a job that is done keeps nothing of what it was about",
  withContext(async (ctx) => {
    await ask(ctx);
    const [job] = await leaseJobs(ctx, 1, LEASE_MS);
    if (!job) throw new Error("A job was to be leased.");
    await keepJobState(ctx, job.id, "sealed");
    await finishJob(ctx, job.id);
    expect(await listJobs(ctx)).toMatchObject([
      { payload: {}, stateSealed: null, lastError: null, leasedUntil: null, doneAt: ctx.now() },
    ]);
  }),
);

test(
  "a late worker can neither give up nor put off what another one has done",
  withContext(async (ctx) => {
    await ask(ctx);
    const [job] = await leaseJobs(ctx, 1, LEASE_MS);
    if (!job) throw new Error("A job was to be leased.");
    await finishJob(ctx, job.id);
    const done = await listJobs(ctx);
    await postponeJob(ctx, job.id, later(ctx, 1), "late");
    await buryJob(ctx, job.id, "late");
    expect(await listJobs(ctx)).toEqual(done);
  }),
);

test(
  "a job that is given back is free at once, and was not tried",
  withContext(async (ctx) => {
    await ask(ctx);
    for (let deploy = 0; deploy < 20; deploy++) {
      const jobs = await leaseJobs(ctx, 10, LEASE_MS);
      expect(jobs).toMatchObject([{ attempts: 1 }]);
      await returnJobs(ctx, jobs);
    }
    await returnJobs(ctx, []);
  }),
);

test(
  "two requests under one key are one job, and those without a key are each their own",
  withContext(async (ctx) => {
    await ask(ctx, { uniqueKey: "a" });
    await ask(ctx, { uniqueKey: "a" });
    await ask(ctx, { uniqueKey: "b" });
    await ask(ctx);
    await ask(ctx);
    expect(await listJobs(ctx)).toHaveLength(4);
  }),
);

test(
  "work is recorded if, and only if, its cause is",
  withContext(async (ctx) => {
    const fault = new Error("later step failed");
    const change = ctx.db.transaction(async (db) => {
      await ask({ ...ctx, db });
      throw fault;
    });
    await expect(change).rejects.toBe(fault);
    expect(await listJobs(ctx)).toEqual([]);
  }),
);
