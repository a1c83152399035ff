import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { runJob } from "~/jobs/run-job.server";
import { startWorker } from "~/jobs/worker.server";
import { signatures } from "~db/schema/signatures";
import { listJobs, listSignatures, openPetition } from "../domain/signatures/signing";
import { type TestContext, withPostgres } from "../support/database";
import { faults } from "../support/fake-resend";
import { jobContext, withMailService } from "./sending";

const TIMEOUT_MS = 20_000;

async function until(isTrue: () => Promise<boolean>) {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("It did not come true in time.");
    await sleep(50);
  }
}

async function signMany(ctx: TestContext, count: number) {
  const { sign } = await openPetition(ctx);
  for (let signer = 0; signer < count; signer++) await sign({ email: `signer${signer}@example.org` });
}

test(
  "three workers send each mail once",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 45);
      const { job, logged } = jobContext(ctx, resend);
      const stops = [1, 2, 3].map(() => startWorker(job));
      await until(async () => (await listJobs(ctx)).every(({ doneAt }) => doneAt !== null));
      await Promise.all(stops.map((stop) => stop()));

      expect(resend.requests).toHaveLength(45);
      expect(new Set(resend.sent.flatMap(({ to }) => to)).size).toBe(45);
      expect((await listJobs(ctx)).every(({ attempts }) => attempts === 1)).toBe(true);
      expect(logged).toEqual([]);
    }),
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
      expect(resend.requests.map(({ status }) => status)).not.toContain(409);
      expect(await listJobs(ctx)).toMatchObject([{ deadAt: null }]);
    }),
  ),
);

test(
  "a worker that is stopped finishes the mail at hand and gives the others back",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 5);
      const { job } = jobContext(ctx, resend);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let sends = 0;
      const mailer: typeof job.mailer = {
        async send(mail) {
          sends++;
          await held;
          return job.mailer.send(mail);
        },
      };
      const stop = startWorker({ ...job, mailer });
      await until(async () => sends === 1);
      const stopped = stop();
      release();
      await stopped;

      expect(resend.sent).toHaveLength(1);
      const waiting = (await listJobs(ctx)).filter(({ doneAt }) => doneAt === null);
      expect(waiting).toHaveLength(4);
      for (const one of waiting) expect(one).toMatchObject({ leasedUntil: null, attempts: 0 });
    }),
  ),
);

test(
  "a mail that fails holds up no other",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 3);
      resend.fail(faults.serverError);
      const stop = startWorker(jobContext(ctx, resend).job);
      await until(async () => (await listJobs(ctx)).filter(({ doneAt }) => doneAt !== null).length === 2);
      await stop();
      expect(await listJobs(ctx)).toHaveLength(3);
    }),
  ),
);

test(
  "a worker deletes what is over",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      await signMany(ctx, 1);
      await ctx.db.update(signatures).set({ signedAt: new Date(ctx.now().getTime() - 15 * 86_400_000) });
      const stop = startWorker(jobContext(ctx, resend).job);
      await until(async () => (await listSignatures(ctx)).length === 0);
      await until(async () => (await listJobs(ctx)).every(({ doneAt }) => doneAt !== null));
      await stop();
      expect(resend.requests).toEqual([]);
    }),
  ),
);
