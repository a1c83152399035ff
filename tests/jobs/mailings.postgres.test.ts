import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pauseMailing, resumeMailing } from "~/domain/mailings/hold-mailing.server";
import { pickRecipients } from "~/domain/mailings/pick-recipients.server";
import { sendMailing } from "~/domain/mailings/send-mailing.server";
import { startWorker } from "~/jobs/worker.server";
import { signatures } from "~db/schema/signatures";
import { somePartner } from "../domain/access/people";
import { deliveriesOf, draft, mailingOf, mailingScene } from "../domain/mailings/mailing";
import { type TestContext, withPostgres } from "../support/database";
import { fillSupporters } from "../support/many-supporters";
import { startOfTests } from "../support/seeded";
import { jobContext, withMailService, withoutOldFacts } from "./sending";

const SUPPORTERS = 1_200;
const PATIENCE_MS = 60_000;

async function until(isTrue: () => Promise<boolean>) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("It did not come true in time.");
    await sleep(20);
  }
}

/** The same with a clock that runs, for what is put off for a second. */
function running(ctx: TestContext): TestContext {
  const begun = performance.now();
  return { ...ctx, now: () => new Date(ctx.now().getTime() + performance.now() - begun) };
}

/** Supporters of a partner, each with a mailbox of their own, and the partner's owner. */
async function manySupporters(ctx: TestContext) {
  const scene = await mailingScene(ctx);
  await fillSupporters(ctx.db, ctx.vault, { partner: somePartner, rows: SUPPORTERS, until: startOfTests });
  const rows = await ctx.db.select({ id: signatures.id }).from(signatures);
  for (const [at, { id }] of rows.entries()) {
    const emailSealed = ctx.vault.seal("signature.email", `supporter${at}@mail.example`);
    await ctx.db.update(signatures).set({ emailSealed }).where(eq(signatures.id, id));
  }
  return scene;
}

test(
  "however often it is paused while three workers send it, each supporter gets it once",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      const { owner } = await manySupporters(ctx);
      const id = await draft(ctx, owner);
      await sendMailing(ctx, owner, id);
      const contexts = [1, 2, 3].map(() => jobContext(running(ctx), resend, { timeoutMs: 20_000 }));
      const stops = contexts.map(({ job }) => startWorker(job));
      const sentAtPause: number[] = [];
      for (const share of [0.1, 0.4]) {
        await until(async () => (await mailingOf(ctx, id)).sent > SUPPORTERS * share);
        await pauseMailing(ctx, owner, id);
        await sleep(1_000);
        const { sent } = await mailingOf(ctx, id);
        await sleep(500);
        expect(await mailingOf(ctx, id)).toMatchObject({ state: "paused", sent });
        sentAtPause.push(sent);
        await resumeMailing(ctx, owner, id);
      }
      await until(async () => (await mailingOf(ctx, id)).state === "done");
      await Promise.all(stops.map((stop) => stop()));
      expect(sentAtPause.every((sent) => sent < SUPPORTERS)).toBe(true);
      expect(resend.sent).toHaveLength(SUPPORTERS);
      expect(new Set(resend.sent.flatMap(({ to }) => to)).size).toBe(SUPPORTERS);
      expect(await mailingOf(ctx, id)).toMatchObject({ sent: SUPPORTERS, failed: 0, picked: SUPPORTERS });
      const logged = withoutOldFacts(contexts.flatMap((one) => one.logged));
      // The supporters were put in without being counted.
      expect(logged.filter(({ event }) => event !== "counts differ")).toEqual([]);
    }),
  ),
);

test(
  "workers that pick at the same instant give each supporter one delivery and one job",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      const { owner } = await manySupporters(ctx);
      const id = await draft(ctx, owner);
      await sendMailing(ctx, owner, id);
      const { job } = jobContext(ctx, resend);
      const pickAll = async () => {
        while ((await pickRecipients(job, id, 30)) === "more");
      };
      await Promise.all([pickAll(), pickAll(), pickAll(), pickAll()]);
      const deliveries = await deliveriesOf(ctx, id);
      // No more than may wait in the outbox.
      expect(deliveries).toHaveLength(500);
      expect(new Set(deliveries.map(({ signatureId }) => signatureId)).size).toBe(500);
    }),
  ),
);
