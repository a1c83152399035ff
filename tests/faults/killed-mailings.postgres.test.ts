import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sendMailing } from "~/domain/mailings/send-mailing.server";
import { parsePiiKeys } from "~/services/pii-keys.server";
import { createVault } from "~/services/vault.server";
import { signatures } from "~db/schema/signatures";
import { member, somePartner } from "../domain/access/people";
import { draft, mailingOf } from "../domain/mailings/mailing";
import { acceptAgreement } from "../domain/supporters/supporters";
import { startProcess } from "../support/child-process";
import { serverClock } from "../support/clock-of-servers";
import { withPostgres } from "../support/database";
import { startFakeResend } from "../support/fake-resend";
import { fillSupporters } from "../support/many-supporters";
import { startOfTests } from "../support/seeded";

const SUPPORTERS = 1_500;
const KILLS = 3;
const PATIENCE_MS = 90_000;
const piiKeys = `lookup:${randomBytes(32).toString("base64")},k1:${randomBytes(32).toString("base64")}`;

test(
  "however often the worker is killed while it sends a mailing, each supporter gets it once",
  withPostgres(async (database, testContext) => {
    const keys = parsePiiKeys(piiKeys);
    const ctx = { ...testContext, vault: createVault(keys.sealing, keys.lookup) };
    await fillSupporters(ctx.db, ctx.vault, { partner: somePartner, rows: SUPPORTERS, until: startOfTests });
    for (const [at, { id }] of (await ctx.db.select({ id: signatures.id }).from(signatures)).entries()) {
      const emailSealed = ctx.vault.seal("signature.email", `supporter${at}@mail.example`);
      await ctx.db.update(signatures).set({ emailSealed }).where(eq(signatures.id, id));
    }
    await acceptAgreement(ctx, somePartner);
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const id = await draft(ctx, owner);
    await sendMailing(ctx, owner, id);
    const resend = await startFakeResend({ requestsPerSecond: 10, workMs: 20 });
    const clock = serverClock(startOfTests);
    const startWorker = () =>
      startProcess("app/worker.ts", [], {
        ...clock.env,
        DATABASE_URL: database.url,
        PUBLIC_ORIGIN: "https://privacy.example",
        SESSION_SECRET: randomBytes(32).toString("base64"),
        PII_KEYS: piiKeys,
        EMAIL_FROM: "Privacy for All <hello@privacy.example>",
        RESEND_API_KEY: resend.apiKey,
        RESEND_BASE_URL: resend.url,
      });
    const until = async (isThere: () => Promise<boolean>, output: () => string) => {
      for (const deadline = Date.now() + PATIENCE_MS; !(await isThere()); await sleep(5)) {
        if (Date.now() > deadline) throw new Error(`Nothing goes on.\n${output()}`);
      }
    };
    let inMidWork = 0;
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const before = resend.sent.length;
        const worker = startWorker();
        await until(async () => resend.sent.length > before, worker.output);
        worker.child.kill("SIGKILL");
        if (!worker.hasEnded()) await once(worker.child, "exit");
        if ((await mailingOf(ctx, id)).state === "sending") inMidWork++;
        // The dead worker holds its jobs for a minute.
        clock.set(new Date(startOfTests.getTime() + (kill + 1) * 2 * 60_000));
      }
      const worker = startWorker();
      await until(async () => (await mailingOf(ctx, id)).state === "done", worker.output);
      await worker.stop();
    } finally {
      await resend.close();
      clock.remove();
    }
    expect(inMidWork, "A kill that met no work proves nothing.").toBeGreaterThan(0);
    expect(new Set(resend.sent.flatMap(({ to }) => to)).size).toBe(SUPPORTERS);
    expect(resend.sent).toHaveLength(SUPPORTERS);
    expect(await mailingOf(ctx, id)).toMatchObject({ sent: SUPPORTERS, picked: SUPPORTERS });
  }),
);
