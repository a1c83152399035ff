import { expect, test } from "vitest";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { suppress } from "~/domain/suppressions/find-suppressions.server";
import { runJob } from "~/jobs/run-job.server";
import { outbox } from "~db/schema/outbox";
import { signatures } from "~db/schema/signatures";
import { inCalifornia, listConfirmations, listJobs, listSignatures, openPetition } from "../domain/signatures/signing";
import { type TestContext, withContext } from "../support/database";
import { type FakeResend, faults } from "../support/fake-resend";
import { jobContext, tokenIn, withMailService } from "./sending";

const LEASE_MS = 60_000;
const HOUR_MS = 3_600_000;

type Sending = ReturnType<typeof jobContext<TestContext>> & { ctx: TestContext; resend: FakeResend };

function withJobs(story: (sending: Sending) => Promise<void>) {
  return withContext((ctx) => withMailService((resend) => story({ ...jobContext(ctx, resend), ctx, resend })));
}

/** What a worker does once. */
async function runDue(job: Sending["job"]) {
  const jobs = await leaseJobs(job, 10, LEASE_MS);
  for (const one of jobs) await runJob(job, one);
  return jobs.length;
}

test(
  "a confirmation is mailed to the signer under the job's key, and its link and code work",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx, "es")).sign();
    const [queued] = await listJobs(ctx);
    await runDue(job);

    const [mail] = resend.sent;
    expect(mail).toMatchObject({ to: ["ada@example.org"], idempotencyKey: queued?.id });
    expect(mail?.html).toContain('lang="es"');
    expect(mail?.text).toContain(`https://privacy.example/es/confirm/${tokenIn(mail)}`);
    expect(await listJobs(ctx)).toMatchObject([{ doneAt: ctx.now(), payload: {}, stateSealed: null, attempts: 1 }]);
    expect(await confirmByToken(ctx, tokenIn(mail), inCalifornia)).toMatchObject({ result: "confirmed" });
  }),
);

test(
  "each kind of notice reaches its mailbox, and a third name stands in none",
  withJobs(async ({ ctx, job, resend }) => {
    const { sign } = await openPetition(ctx);
    await sign({ name: "Ada Lovelace" });
    await runDue(job);
    await confirmByToken(ctx, tokenIn(resend.sent[0]), inCalifornia);
    await sign({ name: "William King" });
    await sign({ name: "Charles Babbage" });
    await sign({ name: "Ada Lovelace" });
    await runDue(job);
    expect(resend.sent.map(({ to }) => to)).toEqual(Array(4).fill(["ada@example.org"]));
    expect((await listJobs(ctx)).every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(JSON.stringify(resend.sent)).not.toContain("Babbage");
  }),
);

test.each([
  ["an error", faults.serverError, 3],
  // Being told to wait is no attempt: nothing was sent.
  ["a limit", faults.rateLimited(1), 1],
  ["a broken line", faults.reset, 3],
  ["no answer", faults.hang, 3],
  ["an error after accepting", faults.acceptedThenError, 3],
  ["a broken line after accepting", faults.acceptedThenReset, 3],
])("after %s the same bytes go out under the same key, and arrive once", (_, fault, attempts) =>
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    resend.fail(fault, fault);
    for (let attempt = 0; attempt < 3; attempt++) {
      await runDue(job);
      ctx.clock.advance(HOUR_MS);
    }
    expect(resend.requests).toHaveLength(3);
    expect(new Set(resend.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    // The service refuses other bytes under a key that it knows, so `done` says they were the same.
    expect(await listJobs(ctx)).toMatchObject([{ attempts, stateSealed: null, deadAt: null }]);
    expect((await listJobs(ctx))[0]?.doneAt).not.toBeNull();
    expect(resend.sent).toHaveLength(1);
    expect(await confirmByToken(ctx, tokenIn(resend.sent[0]), inCalifornia)).toMatchObject({ result: "confirmed" });
  })(),
);

test(
  "a worker that dies between writing and sending leaves the same mail to the next",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    const [leased] = await leaseJobs(ctx, 1, LEASE_MS);
    if (!leased) throw new Error("A job was to be leased.");
    const written = await new Promise<{ text: string; html: string }>((resolve) => {
      // It never answers: for the worker, nothing happens any more after writing.
      const send: typeof job.mailer.send = (mail) => new Promise(() => resolve(mail));
      void runJob({ ...job, mailer: { ...job.mailer, send } }, leased);
    });
    const before = await listConfirmations(ctx);
    expect(await runDue(job)).toBe(0);
    ctx.clock.advance(LEASE_MS);
    expect(await runDue(job)).toBe(1);
    expect(resend.sent).toMatchObject([{ text: written.text, html: written.html, idempotencyKey: leased.id }]);
    expect(await listConfirmations(ctx)).toEqual(before);
  }),
);

test(
  "a worker whose lease ran out sends no second mail, and leaves the first one's link alive",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    const late = await leaseJobs(ctx, 10, LEASE_MS);
    ctx.clock.advance(LEASE_MS);
    await runDue(job);
    const done = await listJobs(ctx);
    for (const one of late) await runJob(job, one);
    expect(resend.requests).toHaveLength(1);
    expect(await listJobs(ctx)).toEqual(done);
    expect(await confirmByToken(ctx, tokenIn(resend.sent[0]), inCalifornia)).toMatchObject({ result: "confirmed" });
  }),
);

test(
  "a retry waits longer each time, up to an hour, and after twelve attempts the job is given up",
  withJobs(async ({ ctx, job, resend, logged }) => {
    await (await openPetition(ctx)).sign();
    resend.fail(...Array(20).fill(faults.serverError));
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt++) {
      expect(await runDue(job)).toBe(1);
      const [one] = await listJobs(ctx);
      if (!one) throw new Error("The job is gone.");
      if (attempt < 12) waits.push(one.runAt.getTime() - ctx.now().getTime());
      ctx.clock.set(new Date(Math.max(one.runAt.getTime(), ctx.now().getTime())));
    }
    for (const [position, wait] of waits.entries()) {
      const base = Math.min(5_000 * 2 ** position, HOUR_MS);
      expect(wait).toBeGreaterThanOrEqual(base * 0.75 - 1);
      expect(wait).toBeLessThanOrEqual(base * 1.25 + 1);
    }
    expect(await listJobs(ctx)).toMatchObject([
      { deadAt: ctx.now(), doneAt: null, lastError: "internal_server_error 500" },
    ]);
    ctx.clock.advance(24 * HOUR_MS);
    expect(await runDue(job)).toBe(0);
    expect(logged).toMatchObject([{ event: "job given up" }]);
    expect(JSON.stringify(logged)).not.toMatch(/ada|lovelace/i);
  }),
);

test(
  "a wait that the mail service asks for is kept",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    resend.fail(faults.rateLimited(900));
    await runDue(job);
    const [one] = await listJobs(ctx);
    expect(one?.runAt.getTime()).toBe(ctx.now().getTime() + 900_000);
  }),
);

test(
  "what the mail service will never take is given up at once, in sight",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    resend.fail({ answer: { status: 422, name: "validation_error" } });
    await runDue(job);
    expect(await listJobs(ctx)).toMatchObject([{ deadAt: ctx.now(), attempts: 1, lastError: "validation_error 422" }]);
  }),
);

test.each(["confirmed", "withdrawn", "struck", "gone"] as const)(
  "nothing is mailed when the signature is %s meanwhile",
  (state) =>
    withJobs(async ({ ctx, job, resend }) => {
      await (await openPetition(ctx)).sign();
      if (state === "gone") await ctx.db.delete(signatures);
      else await ctx.db.update(signatures).set({ state });
      await runDue(job);
      expect(resend.requests).toEqual([]);
      expect(await listJobs(ctx)).toMatchObject([{ doneAt: ctx.now() }]);
    })(),
);

test(
  "a job that nobody knows, or with data of another kind, is given up at once without harm to others",
  withJobs(async ({ ctx, job, resend, logged }) => {
    await (await openPetition(ctx)).sign();
    const [known] = await listJobs(ctx);
    if (!known) throw new Error("There is no job.");
    const strange = { ...known, id: ctx.newId(), priority: 1 };
    await ctx.db.insert(outbox).values([
      { ...strange, name: "email-nobody" },
      { ...strange, id: ctx.newId(), payload: { email: "ada@example.org" } },
    ]);
    await runDue(job);
    expect(resend.sent).toHaveLength(1);
    const failed = (await listJobs(ctx)).filter(({ doneAt }) => doneAt === null);
    expect(failed.map(({ lastError }) => lastError).sort()).toEqual(["invalid payload", "unknown name"]);
    for (const one of failed) expect(one).toMatchObject({ deadAt: ctx.now(), attempts: 1, leasedUntil: null });
    expect(logged).toHaveLength(2);
    expect(JSON.stringify([logged, failed.map(({ lastError }) => lastError)])).not.toContain("ada@");
  }),
);

test(
  "a job that was left undone more often than it may be tried is given up without running it",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    for (let death = 0; death < 12; death++) {
      expect(await leaseJobs(job, 10, LEASE_MS)).toHaveLength(1);
      ctx.clock.advance(LEASE_MS);
    }
    await runDue(job);
    expect(resend.requests).toEqual([]);
    expect(await listJobs(ctx)).toMatchObject([
      { deadAt: ctx.now(), lastError: "no end in 12 attempts", stateSealed: null },
    ]);
  }),
);

test.each([
  { status: 401, name: "missing_api_key" },
  { status: 403, name: "invalid_api_key" },
])("a key that the mail service refuses ($status) buries no mail, however long that lasts", (answer) =>
  withJobs(async ({ ctx, job, resend, logged }) => {
    await (await openPetition(ctx)).sign();
    resend.fail(...Array(30).fill({ answer }));
    for (let day = 0; day < 30; day++) {
      await runDue(job);
      expect(await listJobs(ctx)).toMatchObject([
        { attempts: 0, deadAt: null, lastError: `${answer.name} ${answer.status}` },
      ]);
      ctx.clock.advance(HOUR_MS);
    }
    expect(logged.every(({ event }) => event === "mail service lets nobody in")).toBe(true);
    await runDue(job);
    expect(new Set(resend.requests.map(({ body }) => body)).size).toBe(1);
    expect(resend.sent).toHaveLength(1);
  })(),
);

test.each(["confirmed", "withdrawn", "struck", "gone", "bounced", "complained"] as const)(
  "a mail that was written and not sent is dropped when its reader is %s meanwhile",
  (state) =>
    withJobs(async ({ ctx, job, resend }) => {
      await (await openPetition(ctx)).sign();
      resend.fail(faults.serverError);
      await runDue(job);
      if (state === "gone") await ctx.db.delete(signatures);
      else if (state === "bounced" || state === "complained") await suppress(ctx, "ada@example.org", state);
      else await ctx.db.update(signatures).set({ state });
      ctx.clock.advance(HOUR_MS);
      await runDue(job);
      expect(resend.requests).toHaveLength(1);
      expect(await listJobs(ctx)).toMatchObject([{ doneAt: ctx.now(), stateSealed: null, payload: {} }]);
    })(),
);

test(
  "an address that refused our mail is written no more, and one that unsubscribed still gets what it asks for",
  withJobs(async ({ ctx, job, resend }) => {
    const { sign } = await openPetition(ctx);
    for (const reason of ["bounced", "complained", "unsubscribed"] as const) {
      await suppress(ctx, `${reason}@example.org`, reason);
      await sign({ email: `${reason}@example.org` });
    }
    await runDue(job);
    expect(resend.sent.map(({ to }) => to)).toEqual([["unsubscribed@example.org"]]);
    expect((await listJobs(ctx)).every(({ doneAt }) => doneAt !== null)).toBe(true);
  }),
);

test(
  "the kept mail is sealed while it waits",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    resend.fail(faults.serverError);
    await runDue(job);
    const [waiting] = await listJobs(ctx);
    expect(waiting?.stateSealed).toMatch(/^v1\./);
    expect(JSON.stringify(waiting)).not.toMatch(/ada@example|lovelace/i);
    expect(await listSignatures(ctx)).toHaveLength(1);
  }),
);
