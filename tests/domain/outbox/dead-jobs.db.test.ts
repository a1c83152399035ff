import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { enqueue } from "~/domain/outbox/enqueue.server";
import { buryJob, finishJob, keepJobState, leaseJobs } from "~/domain/outbox/lease.server";
import { countJobs, listDeadJobs, listWaitingJobs } from "~/domain/outbox/list-jobs.server";
import { retryDeadJobs } from "~/domain/outbox/retry-dead-jobs.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { auditLog } from "~db/schema/audit";
import { outbox } from "~db/schema/outbox";
import { type TestContext, withContext } from "../../support/database";
import { listJobs } from "../signatures/signing";

const DAY_MS = 86_400_000;

/** Leaves a confirmation and a notice dead, each with its kept mail, and one job waiting. */
async function bury(ctx: TestContext) {
  await enqueue(ctx, "email-confirmation", { campaignId: ctx.newId(), confirmationId: ctx.newId() });
  await enqueue(ctx, "email-already-signed", { campaignId: ctx.newId(), signatureId: ctx.newId() });
  const [confirmation, notice] = await leaseJobs(ctx, 2, 60_000);
  if (!confirmation || !notice) throw new Error("Two jobs were to be leased.");
  for (const { id } of [confirmation, notice]) {
    await keepJobState(ctx, id, `sealed ${id}`);
    await buryJob(ctx, id, "validation_error 422");
  }
  await enqueue(ctx, "email-confirmation", { campaignId: ctx.newId(), confirmationId: ctx.newId() });
  return { confirmation, notice };
}

test(
  "what was given up is listed apart from what waits, and what is done in neither",
  withContext(async (ctx) => {
    const { confirmation, notice } = await bury(ctx);
    const dead = await listDeadJobs(ctx);
    expect(dead.map(({ id }) => id).sort()).toEqual([confirmation.id, notice.id].sort());
    expect(dead[0]).toMatchObject({
      reason: "validation_error 422",
      attempts: 1,
      deadAt: ctx.now(),
      isForgotten: false,
    });
    expect(await listDeadJobs(ctx, { name: "email-already-signed" })).toMatchObject([{ id: notice.id }]);
    const [waiting, ...more] = await listWaitingJobs(ctx);
    expect([waiting, more]).toMatchObject([{ name: "email-confirmation", isLeased: false, runAt: ctx.now() }, []]);
    expect(await countJobs(ctx)).toEqual([
      { name: "email-already-signed", waiting: 0, dead: 1, oldestAt: null },
      { name: "email-confirmation", waiting: 1, dead: 1, oldestAt: ctx.now() },
    ]);
    await finishJob(ctx, notice.id);
    expect(await listDeadJobs(ctx)).toHaveLength(1);
  }),
);

test(
  "a job is tried again with its kept mail under its own key, all attempts before it, under the name of who said so",
  withContext(async (ctx) => {
    const { confirmation } = await bury(ctx);
    ctx.clock.advance(DAY_MS);
    const outcome = await retryDeadJobs(ctx, { ids: [confirmation.id, ctx.newId(), "no id"] }, { by: "Grace" });
    expect(outcome).toMatchObject({
      retried: [confirmation.id],
      forgotten: [],
      notDead: [expect.any(String), "no id"],
    });
    const row = (await listJobs(ctx)).find(({ id }) => id === confirmation.id);
    expect(row).toMatchObject({
      deadAt: null,
      attempts: 0,
      leasedUntil: null,
      runAt: ctx.now(),
      stateSealed: `sealed ${confirmation.id}`,
      payload: confirmation.payload,
    });
    expect(await ctx.db.select().from(auditLog)).toMatchObject([
      { actor: "Grace", action: "outbox.retry", at: ctx.now(), facts: { jobs: 1, ids: [confirmation.id] } },
    ]);
  }),
);

test(
  "all are tried again, or all of one name, and nothing that was done or waits",
  withContext(async (ctx) => {
    const { confirmation, notice } = await bury(ctx);
    const before = await listWaitingJobs(ctx);
    expect((await retryDeadJobs(ctx, { name: "email-already-signed" }, { by: "Grace" })).retried).toEqual([notice.id]);
    expect((await retryDeadJobs(ctx, {}, { by: "Grace" })).retried).toEqual([confirmation.id]);
    expect((await retryDeadJobs(ctx, {}, { by: "Grace" })).retried).toEqual([]);
    expect((await listWaitingJobs(ctx)).filter(({ id }) => before.some((one) => one.id === id))).toEqual(before);
    expect(await ctx.db.select().from(auditLog)).toHaveLength(2);
  }),
);

test(
  "what was forgotten after its time is refused, and stays listed as that",
  withContext(async (ctx) => {
    const { confirmation, notice } = await bury(ctx);
    await ctx.db.insert(outbox).values({
      ...notice,
      id: ctx.newId(),
      name: "mail-batch",
      payload: { mails: 37 },
      stateSealed: "sealed",
      leasedUntil: null,
      deadAt: ctx.now(),
    });
    expect(await listDeadJobs(ctx, { name: "mail-batch" })).toMatchObject([{ works: 37 }]);
    ctx.clock.advance(15 * DAY_MS);
    await forgetWhatIsOver(ctx);
    const outcome = await retryDeadJobs(ctx, { ids: [confirmation.id] }, { by: "Grace" });
    expect(outcome).toEqual({ retried: [], forgotten: [confirmation.id], notDead: [] });
    expect((await retryDeadJobs(ctx, {}, { by: "Grace" })).forgotten).toHaveLength(3);
    expect((await listDeadJobs(ctx)).every((job) => job.isForgotten)).toBe(true);
    const [row] = await ctx.db.select().from(outbox).where(eq(outbox.id, confirmation.id));
    expect(row).toMatchObject({ stateSealed: null, payload: {}, deadAt: expect.any(Date) });
    expect(await ctx.db.select().from(auditLog)).toEqual([]);
  }),
);
