import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DomainError } from "~/domain/errors";
import { readOperationsDesk } from "~/domain/operations/operations-desk.server";
import { discardDeadJob } from "~/domain/outbox/discard-dead-jobs.server";
import { enqueue } from "~/domain/outbox/enqueue.server";
import { buryJob, keepJobState, leaseJobs } from "~/domain/outbox/lease.server";
import { retryDeadJobs } from "~/domain/outbox/retry-dead-jobs.server";
import { findSwitch } from "~/domain/switches/find-switch.server";
import { setSwitch } from "~/domain/switches/set-switch.server";
import { auditLog } from "~db/schema/audit";
import { outbox } from "~db/schema/outbox";
import { type TestContext, withContext } from "../../support/database";
import { member, somePartner } from "../access/people";

/** Jobs that were given up, each with its kept mail. */
async function bury(ctx: TestContext, jobs: number): Promise<string[]> {
  for (let job = 0; job < jobs; job++) {
    await enqueue(ctx, "email-confirmation", { campaignId: ctx.newId(), confirmationId: ctx.newId() });
  }
  const leased = await leaseJobs(ctx, jobs, 60_000);
  for (const { id } of leased) {
    await keepJobState(ctx, id, `sealed ${id}`);
    await buryJob(ctx, id, "validation_error 422");
  }
  return leased.map(({ id }) => id);
}

const people = async (ctx: TestContext) => ({
  editor: await member(ctx, "editor@example.org", ["editor"]),
  analyst: await member(ctx, "analyst@example.org", ["analyst"]),
  stranger: await member(ctx, "stranger@example.org", ["owner"], somePartner),
});

test(
  "the desk shows what waits and since when, and what was given up page by page, to the host alone",
  withContext(async (ctx) => {
    const { analyst, stranger } = await people(ctx);
    await bury(ctx, 60);
    const asked = ctx.now();
    await enqueue(ctx, "look-up-mail-domain", { campaignId: ctx.newId(), signatureId: ctx.newId() });
    ctx.clock.advance(60_000);
    const desk = await readOperationsDesk(ctx, analyst, { name: null, page: 2 });
    expect(desk).toMatchObject({
      counts: [
        { name: "email-confirmation", waiting: 0, dead: 60, oldestAt: null },
        { name: "look-up-mail-domain", waiting: 1, dead: 0, oldestAt: asked },
      ],
      ...{ page: 2, pages: 2 },
    });
    expect(desk.dead).toHaveLength(10);
    expect((await readOperationsDesk(ctx, analyst, { name: "look-up-mail-domain", page: 9 })).dead).toEqual([]);
    await expect(readOperationsDesk(ctx, stranger, { name: null, page: 1 })).rejects.toThrow(
      new DomainError("notAllowed"),
    );
  }),
);

test(
  "a job that nobody needs is let go with all it was about, and why is written down",
  withContext(async (ctx) => {
    const { editor, analyst } = await people(ctx);
    const [id = ""] = await bury(ctx, 2);
    await expect(discardDeadJob(ctx, { id, reason: "Old", by: analyst })).rejects.toThrow(
      new DomainError("notAllowed"),
    );
    await expect(retryDeadJobs(ctx, { ids: [id] }, { by: analyst })).rejects.toThrow(new DomainError("notAllowed"));
    expect(await discardDeadJob(ctx, { id, reason: "Old", by: editor })).toBe("discarded");
    expect(await discardDeadJob(ctx, { id, reason: "Old", by: editor })).toBe("notDead");
    const [job] = await ctx.db.select().from(outbox).where(eq(outbox.id, id));
    expect(job).toMatchObject({ payload: {}, stateSealed: null, deadAt: null, doneAt: ctx.now() });
    expect(await ctx.db.select().from(auditLog)).toMatchObject([
      { actor: editor.userId, action: "outbox.discard", facts: { job: id, name: "email-confirmation", reason: "Old" } },
    ]);
    expect((await retryDeadJobs(ctx, {}, { by: editor })).retried).toHaveLength(1);
  }),
);

test(
  "a grave switch needs a fresh proof to be turned on, none to be turned off, and who did it is told by name",
  withContext(async (ctx) => {
    const { editor, analyst } = await people(ctx);
    const stale = { ...editor, provenAt: new Date(0) };
    const readOnly = await findSwitch(ctx, { name: "read-only" });
    const paused = await findSwitch(ctx, { name: "regions-paused" });
    await expect(setSwitch(ctx, readOnly, { isOn: true, by: analyst })).rejects.toThrow(new DomainError("notAllowed"));
    await expect(setSwitch(ctx, readOnly, { isOn: true, by: stale })).rejects.toThrow(new DomainError("proofNeeded"));
    expect(await setSwitch(ctx, paused, { isOn: true, by: stale })).toBe("changed");
    expect(await setSwitch(ctx, readOnly, { isOn: true, by: editor })).toBe("changed");
    const { switches } = await readOperationsDesk(ctx, analyst, { name: null, page: 1 });
    expect(switches.find(({ name }) => name === "read-only")?.on).toMatchObject([{ campaignSlug: null, by: "editor" }]);
    expect(await setSwitch(ctx, readOnly, { isOn: false, by: stale })).toBe("changed");
  }),
);
