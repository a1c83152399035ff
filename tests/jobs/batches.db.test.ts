import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { suppress } from "~/domain/suppressions/find-suppressions.server";
import { runJob } from "~/jobs/run-job.server";
import { foldMails } from "~/jobs/write-mails.server";
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

/** Signs under different addresses and puts their mails into one job, without sending it. */
async function foldFor(ctx: TestContext, job: Sending["job"], names: readonly string[]) {
  const { sign } = await openPetition(ctx);
  for (const name of names) await sign({ name, email: `${name.toLowerCase()}@example.org` });
  const members = await leaseJobs(ctx, 100, LEASE_MS, "mail");
  const sending = await foldMails(job, members, LEASE_MS);
  if (!sending?.isBatch) throw new Error("The mails were to be folded.");
  return { batch: sending.job, members };
}

const names = ["Ada", "Grace", "Radia", "Barbara"];
const open = (ctx: TestContext) =>
  ctx.db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.doneAt), isNull(outbox.deadAt)));

async function runDue(job: Sending["job"]) {
  for (const one of await leaseJobs(job, 100, LEASE_MS)) await runJob(job, one);
}

test(
  "mails that wait together go out in one call under the batch's key, each to its own reader with a link that works",
  withJobs(async ({ ctx, job, resend }) => {
    const { batch, members } = await foldFor(ctx, job, names);
    expect(await open(ctx)).toMatchObject([
      { id: batch.id, name: "mail-batch", payload: { mails: 4 }, attempts: 1, priority: 10 },
    ]);
    const over = (await listJobs(ctx, "email-confirmation")).map(({ id, stateSealed, payload }) => [
      id,
      stateSealed,
      payload,
    ]);
    expect(over).toEqual(members.map(({ id }) => [id, null, {}]));

    await runJob(job, batch);
    expect(resend.requests).toMatchObject([{ path: "/emails/batch", idempotencyKey: batch.id, status: 200 }]);
    expect(resend.sent.map(({ to }) => to[0])).toEqual(names.map((name) => `${name.toLowerCase()}@example.org`));
    for (const mail of resend.sent) {
      expect(await confirmByToken(ctx, tokenIn(mail), inCalifornia)).toMatchObject({ result: "confirmed" });
    }
    expect(await open(ctx)).toEqual([]);
    expect((await listJobs(ctx, "mail-batch"))[0]).toMatchObject({ stateSealed: null, payload: {} });
  }),
);

test(
  "what waits in a batch is sealed",
  withJobs(async ({ ctx, job }) => {
    const { batch } = await foldFor(ctx, job, names);
    expect(batch.stateSealed).toMatch(/^v1\./);
    expect(JSON.stringify(batch)).not.toMatch(/@|example\.org/);
  }),
);

test(
  "a worker that dies after folding leaves the same call to the next, and its members to nobody",
  withJobs(async ({ ctx, job, resend }) => {
    const { batch } = await foldFor(ctx, job, names);
    const links = await listConfirmations(ctx);
    await runDue(job);
    expect(resend.requests).toEqual([]);
    ctx.clock.advance(LEASE_MS);
    await runDue(job);
    expect(resend.requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual([batch.id]);
    expect(resend.sent).toHaveLength(4);
    expect(await listConfirmations(ctx)).toEqual(links);
  }),
);

test(
  "a worker that dies while it folds leaves everything as it was",
  withJobs(async ({ ctx, job, resend }) => {
    const { sign } = await openPetition(ctx);
    for (const name of names) await sign({ name, email: `${name}@example.org` });
    const members = await leaseJobs(ctx, 100, LEASE_MS);
    const before = [await listJobs(ctx), await listConfirmations(ctx)];
    const fault = new Error("out of memory");
    const vault = {
      ...job.vault,
      seal: (purpose: string, plain: string) =>
        purpose === "outbox.batch" ? raise(fault) : job.vault.seal(purpose, plain),
    };
    await expect(foldMails({ ...job, vault }, members, LEASE_MS)).rejects.toBe(fault);
    expect([await listJobs(ctx), await listConfirmations(ctx)]).toEqual(before);
    expect(resend.requests).toEqual([]);
  }),
);

test.each([
  ["no answer", faults.hang],
  ["a broken line", faults.reset],
  ["an error after accepting", faults.acceptedThenError],
  ["a broken line after accepting", faults.acceptedThenReset],
])("a batch that ended with %s is repeated as it was, and each mail arrives once", (_, fault) =>
  withJobs(async ({ ctx, job, resend }) => {
    const { batch } = await foldFor(ctx, job, names);
    resend.fail(fault, fault);
    await runJob(job, batch);
    for (let attempt = 0; attempt < 2; attempt++) {
      ctx.clock.advance(HOUR_MS);
      await runDue(job);
    }
    expect(resend.requests).toHaveLength(3);
    expect(new Set(resend.requests.map(({ idempotencyKey, body }) => `${idempotencyKey} ${body}`)).size).toBe(1);
    expect(resend.sent.map(({ to }) => to[0]).sort()).toEqual(
      names.map((name) => `${name.toLowerCase()}@example.org`).sort(),
    );
    expect(await open(ctx)).toEqual([]);
  })(),
);

test(
  "a batch that is refused falls into its mails as they were written, and only the bad one is given up",
  withJobs(async ({ ctx, job, resend }) => {
    const { sign } = await openPetition(ctx);
    for (const name of names) await sign({ name, email: `${name.toLowerCase()}@example.org` });
    await ctx.db
      .update(signatures)
      .set({ emailSealed: ctx.vault.seal("signature.email", "nowhere") })
      .where(eq(signatures.id, (await listSignatures(ctx))[1]?.id ?? ""));
    const members = await leaseJobs(ctx, 100, LEASE_MS);
    const sending = await foldMails(job, members, LEASE_MS);
    if (!sending?.isBatch) throw new Error("The mails were to be folded.");
    const links = await listConfirmations(ctx);
    await runJob(job, sending.job);
    expect(resend.sent).toEqual([]);
    const single = await open(ctx);
    expect(single.map(({ id }) => id).sort()).toEqual(members.map(({ id }) => id).sort());
    for (const one of single) expect(one).toMatchObject({ name: "email-confirmation", attempts: 0, leasedUntil: null });
    const payloads = (jobs: typeof members) => jobs.map(({ id, payload }) => [id, payload]).sort();
    expect(payloads(single)).toEqual(payloads(members));

    await runDue(job);
    expect(
      resend.sent.map(({ idempotencyKey, to, html, text, subject }) => ({
        key: idempotencyKey,
        to: to[0],
        html,
        text,
        subject,
      })),
    ).toEqual(
      sending.mails.filter(({ mail }) => mail.to !== "nowhere").map(({ jobId, mail }) => ({ key: jobId, ...mail })),
    );
    expect(await listConfirmations(ctx)).toEqual(links);
    expect((await listJobs(ctx)).filter(({ deadAt }) => deadAt)).toMatchObject([
      { name: "email-confirmation", lastError: "validation_error 422", attempts: 1 },
    ]);
  }),
);

test(
  "a large batch that is refused falls into smaller ones, and nobody's mail is in two of them",
  withJobs(async ({ ctx, job, resend }) => {
    const many = Array.from({ length: 34 }, (_, at) => `Signer${at}`);
    const { batch } = await foldFor(ctx, job, many);
    resend.fail({ answer: { status: 422, name: "validation_error" } });
    await runJob(job, batch);
    const parts = await open(ctx);
    expect(parts.map(({ name }) => name)).toEqual(Array(9).fill("mail-batch"));
    await runDue(job);
    expect(resend.sent.flatMap(({ to }) => to).sort()).toEqual(
      many.map((name) => `${name.toLowerCase()}@example.org`).sort(),
    );
    expect(await open(ctx)).toEqual([]);
  }),
);

test(
  "a batch whose key the service knows with other bytes was accepted before, and is not split",
  withJobs(async ({ ctx, job, resend, logged }) => {
    const { batch } = await foldFor(ctx, job, names);
    resend.fail({ answer: { status: 409, name: "invalid_idempotent_request" } });
    await runJob(job, batch);
    expect(await open(ctx)).toEqual([]);
    expect(resend.requests).toHaveLength(1);
    expect(logged).toMatchObject([{ event: "mail was accepted before" }]);
  }),
);

test(
  "what nobody needs any more is left out of a batch that comes again, and the others arrive",
  withJobs(async ({ ctx, job, resend }) => {
    const { batch } = await foldFor(ctx, job, names);
    resend.fail(faults.serverError);
    await runJob(job, batch);
    await suppress(ctx, "grace@example.org", "complained");
    await ctx.db
      .update(signatures)
      .set({ state: "struck" })
      .where(eq(signatures.id, (await listSignatures(ctx))[3]?.id ?? ""));
    ctx.clock.advance(HOUR_MS);
    await runDue(job);
    expect(resend.sent.map(({ to }) => to[0])).toEqual(["ada@example.org", "radia@example.org"]);
    expect(resend.requests.at(-1)).toMatchObject({ idempotencyKey: batch.id });
    expect(await open(ctx)).toEqual([]);
  }),
);

test(
  "a batch that was accepted unheard and then lost a reader is not sent again",
  withJobs(async ({ ctx, job, resend }) => {
    const { batch } = await foldFor(ctx, job, names);
    resend.fail(faults.acceptedThenReset);
    await runJob(job, batch);
    await suppress(ctx, "grace@example.org", "bounced");
    ctx.clock.advance(HOUR_MS);
    await runDue(job);
    expect(resend.requests.map(({ status }) => status)).toEqual(["reset", 409]);
    expect(resend.sent).toHaveLength(4);
    expect(await open(ctx)).toEqual([]);
  }),
);

test(
  "a batch that nobody needs any more is over without a call",
  withJobs(async ({ ctx, job, resend }) => {
    await foldFor(ctx, job, names);
    await ctx.db.update(signatures).set({ state: "withdrawn" });
    ctx.clock.advance(LEASE_MS);
    await runDue(job);
    expect(resend.requests).toEqual([]);
    expect(await listJobs(ctx, "mail-batch")).toMatchObject([{ doneAt: ctx.now(), stateSealed: null }]);
  }),
);

test(
  "mails of several kinds share a call, in the order of their jobs; a kept mail and one that is taken stay out",
  withJobs(async ({ ctx, job, resend }) => {
    const { sign } = await openPetition(ctx);
    await sign({ name: "Kept", email: "kept@example.org" });
    resend.fail(faults.serverError);
    await runDue(job);
    ctx.clock.advance(HOUR_MS);
    await sign({ name: "Ada", email: "ada@example.org" });
    await sign({ name: "William", email: "ada@example.org" });
    await sign({ name: "Third", email: "ada@example.org" });
    await sign({ name: "Gone", email: "gone@example.org" });
    const leased = await leaseJobs(ctx, 100, LEASE_MS);
    expect(leased).toHaveLength(5);
    const [gone] = leased.filter(({ name }) => name === "email-confirmation").slice(-1);
    if (!gone) throw new Error("There is no last job.");
    await ctx.db
      .update(outbox)
      .set({ leasedUntil: new Date(ctx.now().getTime() + 1) })
      .where(eq(outbox.id, gone.id));

    const sending = await foldMails(job, leased, LEASE_MS);
    expect(sending?.isBatch && sending.mails.map(({ name, mail }) => [name, mail.to])).toEqual([
      ["email-confirmation", "ada@example.org"],
      ["email-confirmation", "ada@example.org"],
      ["email-mailbox-full", "ada@example.org"],
    ]);
    expect((await open(ctx)).filter(({ name }) => name === "email-confirmation")).toHaveLength(2);
  }),
);

test(
  "a lone mail is folded with nothing and keeps its own key",
  withJobs(async ({ ctx, job, resend }) => {
    await (await openPetition(ctx)).sign();
    const leased = await leaseJobs(ctx, 100, LEASE_MS);
    const sending = await foldMails(job, leased, LEASE_MS);
    expect(sending).toMatchObject({ isBatch: false, job: { id: leased[0]?.id } });
    await runDue(job);
    ctx.clock.advance(LEASE_MS);
    await runDue(job);
    expect(resend.requests).toMatchObject([{ path: "/emails", idempotencyKey: leased[0]?.id }]);
  }),
);

function raise(error: Error): never {
  throw error;
}
