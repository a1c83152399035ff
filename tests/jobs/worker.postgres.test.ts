import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { enqueue } from "~/domain/outbox/enqueue.server";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { runJob } from "~/jobs/run-job.server";
import { startWorker } from "~/jobs/worker.server";
import { signatures } from "~db/schema/signatures";
import { switches } from "~db/schema/switches";
import { dump, listConfirmations, listJobs, listSignatures, openPetition } from "../domain/signatures/signing";
import { type TestContext, withPostgres } from "../support/database";
import { type FakeResend, faults } from "../support/fake-resend";
import { jobContext, withMailService, withoutOldFacts } from "./sending";

const TIMEOUT_MS = 40_000;
const HOUR_MS = 3_600_000;

async function until(isTrue: () => Promise<boolean>) {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("It did not come true in time.");
    await sleep(50);
  }
}

const allDone = async (ctx: TestContext) => (await listJobs(ctx)).every(({ doneAt }) => doneAt !== null);

async function signMany(ctx: TestContext, count: number) {
  const { sign } = await openPetition(ctx);
  const emails = Array.from({ length: count }, (_, signer) => `signer${signer}@example.org`);
  // Eight at once, as many as there are connections.
  for (let from = 0; from < count; from += 8) {
    await Promise.all(emails.slice(from, from + 8).map((email) => sign({ email })));
  }
}

async function turnOn(ctx: TestContext, name: "mail-paused" | "read-only") {
  await ctx.db.insert(switches).values({ name, scope: "all", since: ctx.now(), changedBy: "test" });
}

/** The same with a clock that runs, for what is put off for a second. */
function running(ctx: TestContext): TestContext {
  const begun = performance.now();
  return { ...ctx, now: () => new Date(ctx.now().getTime() + performance.now() - begun) };
}

/** Lets the first attempt of every waiting mail fail, so that each is kept with its job. */
async function keepAll(ctx: TestContext, resend: FakeResend) {
  const { job } = jobContext(ctx, resend);
  for (const one of await leaseJobs(ctx, 100, 60_000)) {
    resend.fail(faults.serverError);
    await runJob(job, one);
  }
  ctx.clock.advance(HOUR_MS);
}

test(
  "three workers send each mail once",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 45);
      const { job, logged } = jobContext(ctx, resend);
      const stops = [1, 2, 3].map(() => startWorker(job));
      await until(() => allDone(ctx));
      await Promise.all(stops.map((stop) => stop()));

      expect(resend.sent).toHaveLength(45);
      expect(new Set(resend.sent.flatMap(({ to }) => to)).size).toBe(45);
      expect(new Set(resend.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(resend.requests.length);
      expect((await listJobs(ctx)).every(({ attempts }) => attempts === 1)).toBe(true);
      expect(withoutOldFacts(logged)).toEqual([]);
    }),
  ),
);

test(
  "four workers with an account that allows few calls send two thousand mails once each, without asking too much",
  withPostgres((_, ctx) =>
    withMailService(
      async (resend) => {
        const signers = 2_000;
        await signMany(ctx, signers);
        // A busy machine must not make a call look unanswered: it would be asked again, rightly, under its key.
        const contexts = [1, 2, 3, 4].map(() => jobContext(running(ctx), resend, { timeoutMs: 20_000 }));
        const stops = contexts.map(({ job }) => startWorker(job));
        await until(() => allDone(ctx));
        await Promise.all(stops.map((stop) => stop()));

        expect(resend.sent).toHaveLength(signers);
        expect(new Set(resend.sent.flatMap(({ to }) => to)).size).toBe(signers);
        const accepted = resend.requests.filter(({ status }) => status === 200);
        expect(accepted.length).toBeLessThan(signers / 20);
        expect(new Set(accepted.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(accepted.length);
        expect(withoutOldFacts(contexts.flatMap(({ logged }) => logged))).toEqual([]);
        // Every link that went out is the one that is known here.
        const links = resend.sent.map(({ text = "" }) => /\/confirm\/([\w-]+)/.exec(text)?.[1] ?? "");
        const known = new Set((await listConfirmations(ctx)).map(({ tokenHash }) => tokenHash));
        expect(links.every((token) => known.has(ctx.vault.lookupHash("confirmation-token", token)))).toBe(true);
      },
      { requestsPerSecond: 5 },
    ),
  ),
);

test(
  "two workers that both believe to hold a job write one mail",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 1);
      const { job } = jobContext(ctx, resend);
      const [leased] = await leaseJobs(ctx, 1, 60_000);
      if (!leased) throw new Error("A job was to be leased.");
      await Promise.all([runJob(job, leased), runJob(job, leased), runJob(job, leased)]);
      expect(resend.sent).toHaveLength(1);
      expect(resend.requests.map(({ status }) => status)).toContain(200);
      expect(new Set(resend.requests.map(({ body }) => body)).size).toBe(1);
      expect(await listJobs(ctx)).toMatchObject([{ deadAt: null }]);
    }),
  ),
);

test(
  "a worker that is stopped finishes the mails at hand and gives the others back",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 5);
      await keepAll(ctx, resend);
      const { job } = jobContext(ctx, resend);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let sends = 0;
      const mailer: typeof job.mailer = {
        ...job.mailer,
        async send(mail) {
          sends++;
          await held;
          return job.mailer.send(mail);
        },
      };
      const stop = startWorker({ ...job, mailer });
      await until(async () => sends === 3);
      const stopped = stop();
      release();
      await stopped;

      expect(resend.sent).toHaveLength(3);
      const waiting = (await listJobs(ctx)).filter(({ doneAt }) => doneAt === null);
      expect(waiting).toHaveLength(2);
      for (const one of waiting) expect(one).toMatchObject({ leasedUntil: null, attempts: 1 });
    }),
  ),
);

test(
  "a mail service that hangs doesn't keep a worker from stopping, and the next one repeats the call",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 20);
      resend.fail(faults.hang);
      const { job } = jobContext(ctx, resend, { timeoutMs: 600_000 });
      const stop = startWorker(job, { graceMs: 200 });
      await until(async () => resend.requests.length === 1);
      await stop();
      const waiting = (await listJobs(ctx)).filter(({ doneAt }) => doneAt === null);
      expect(waiting).toMatchObject([{ name: "mail-batch", leasedUntil: null, attempts: 1, runAt: ctx.now() }]);
      expect(waiting[0]?.stateSealed).not.toBeNull();

      const stopNext = startWorker(jobContext(ctx, resend).job);
      await until(() => allDone(ctx));
      await stopNext();
      const [first, second, ...more] = resend.requests;
      expect(more).toEqual([]);
      expect(second).toMatchObject({ idempotencyKey: first?.idempotencyKey, body: first?.body, status: 200 });
      expect(resend.sent).toHaveLength(20);
    }),
  ),
);

test(
  "while the mail service hangs, all other work goes on",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 30);
      resend.fail(...Array(10).fill(faults.hang));
      const { job } = jobContext(ctx, resend, { timeoutMs: 600_000 });
      const stop = startWorker(job, { graceMs: 100 });
      await until(async () => resend.requests.length > 0);
      await ctx.db.update(signatures).set({ state: "confirmed", confirmedAt: ctx.now() });
      await enqueue(ctx, "strike-signatures", { strikeId: ctx.newId() });
      await until(async () => {
        const [strike] = await listJobs(ctx, "strike-signatures");
        const wasRun = strike?.leasedUntil === null && (strike.doneAt !== null || strike.attempts > 0);
        return wasRun && (await listSignatures(ctx)).every(({ countedAt }) => countedAt !== null);
      });
      await stop();
      expect(resend.sent).toEqual([]);
    }),
  ),
);

test(
  "a mail that fails holds up no other",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 1);
      resend.fail(faults.serverError);
      const stop = startWorker(jobContext(ctx, resend).job);
      await until(async () => (await listJobs(ctx))[0]?.lastError === "internal_server_error 500");
      const { sign } = await openPetition(ctx);
      await sign({ email: "grace@example.org" });
      await sign({ email: "radia@example.org" });
      await until(async () => resend.sent.length === 2);
      await stop();
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(3);
    }),
  ),
);

test(
  "one bad address keeps back only itself, and every other mail of its batch arrives once",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 60);
      const [bad] = await listSignatures(ctx);
      if (!bad) throw new Error("There is no signature.");
      const emailSealed = ctx.vault.seal("signature.email", "no address at all");
      await ctx.db.update(signatures).set({ emailSealed }).where(eq(signatures.id, bad.id));
      const { job } = jobContext(ctx, resend);
      const stops = [startWorker(job), startWorker(jobContext(ctx, resend).job)];
      await until(async () => (await listJobs(ctx)).every(({ doneAt, deadAt }) => doneAt !== null || deadAt !== null));
      await Promise.all(stops.map((stop) => stop()));

      expect(resend.sent).toHaveLength(59);
      expect(new Set(resend.sent.flatMap(({ to }) => to)).size).toBe(59);
      const dead = (await listJobs(ctx)).filter(({ deadAt }) => deadAt !== null);
      expect(dead).toMatchObject([{ name: "email-confirmation", lastError: "validation_error 422", doneAt: null }]);
      expect(resend.requests.length).toBeLessThan(30);
    }),
  ),
);

test(
  "a storm of limits is no attempt of any mail, and all arrive when it is over",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 150);
      resend.fail(...Array(8).fill(faults.rateLimited(0)));
      const { job } = jobContext(ctx, resend);
      const stop = startWorker(job);
      await until(() => allDone(ctx));
      await stop();
      expect(resend.sent).toHaveLength(150);
      const calls = (await listJobs(ctx)).filter(({ name }) => name === "mail-batch");
      expect(calls.every(({ attempts }) => attempts === 1)).toBe(true);
    }),
  ),
);

test(
  "paused mail waits while other work goes on, and a site that is read-only sees no write",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 3);
      await ctx.db.update(signatures).set({ state: "confirmed", confirmedAt: ctx.now() });
      await turnOn(ctx, "read-only");
      const before = await dump(ctx);
      const stop = startWorker(jobContext(ctx, resend).job);
      await sleep(1_500);
      expect(await dump(ctx)).toEqual(before);

      await turnOn(ctx, "mail-paused");
      await ctx.db.delete(switches).where(eq(switches.name, "read-only"));
      await until(async () => (await listSignatures(ctx)).every(({ countedAt }) => countedAt !== null));
      expect((await listJobs(ctx)).every(({ attempts }) => attempts === 0)).toBe(true);

      await ctx.db.update(signatures).set({ state: "pending", confirmedAt: null });
      await ctx.db.delete(switches);
      await until(() => allDone(ctx));
      await stop();
      expect(resend.sent).toHaveLength(3);
    }),
  ),
);

test(
  "a worker deletes what is over",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 1);
      const signedAt = new Date(ctx.now().getTime() - 15 * 86_400_000);
      // Reminded, so that no reminder is looking at the row just when it is to be deleted.
      await ctx.db.update(signatures).set({ signedAt, remindedAt: ctx.now() });
      await turnOn(ctx, "mail-paused");
      const stop = startWorker(jobContext(ctx, resend).job);
      await until(async () => (await listSignatures(ctx)).length === 0);
      await ctx.db.delete(switches);
      await until(() => allDone(ctx));
      await stop();
      expect(resend.requests).toEqual([]);
    }),
  ),
);
