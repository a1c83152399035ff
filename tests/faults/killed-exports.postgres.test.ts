import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { parsePiiKeys } from "~/services/pii-keys.server";
import { createVault } from "~/services/vault.server";
import { supporterExports } from "~db/schema/exports";
import { sharings } from "~db/schema/sharings";
import { member, somePartner } from "../domain/access/people";
import { ask, download, rowsIn } from "../domain/exports/exporting";
import { acceptAgreement } from "../domain/supporters/supporters";
import { startProcess } from "../support/child-process";
import { serverClock } from "../support/clock-of-servers";
import { withPostgres } from "../support/database";
import { startFakeResend } from "../support/fake-resend";
import { fillSupporters } from "../support/many-supporters";
import { startOfTests } from "../support/seeded";

const SUPPORTERS = 40_000;
const KILLS = 4;
const PATIENCE_MS = 120_000;
const piiKeys = `lookup:${randomBytes(32).toString("base64")},k1:${randomBytes(32).toString("base64")}`;

test(
  "however often the worker is killed while it writes a file, each supporter is in it once",
  withPostgres(async (database, testContext) => {
    const keys = parsePiiKeys(piiKeys);
    const ctx = { ...testContext, vault: createVault(keys.sealing, keys.lookup) };
    await fillSupporters(ctx.db, ctx.vault, { partner: somePartner, rows: SUPPORTERS, until: startOfTests });
    await acceptAgreement(ctx, somePartner);
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const id = await ask(ctx, owner);
    const resend = await startFakeResend();
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
    const progress = async () => (await ctx.db.select().from(supporterExports))[0];
    const until = async (isThere: (row: Awaited<ReturnType<typeof progress>>) => boolean, output: () => string) => {
      for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(5)) {
        const row = await progress();
        if (isThere(row)) return row;
        if (Date.now() > deadline) throw new Error(`Nothing goes on.\n${output()}`);
      }
    };
    let inMidWork = 0;
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const before = (await progress())?.written ?? 0;
        const worker = startWorker();
        await until((row) => row?.state === "ready" || (row?.written ?? 0) > before, worker.output);
        worker.child.kill("SIGKILL");
        if (!worker.hasEnded()) await once(worker.child, "exit");
        if ((await progress())?.state === "running") inMidWork++;
        // The dead worker holds the job for a minute.
        clock.set(new Date(startOfTests.getTime() + (kill + 1) * 2 * 60_000));
      }
      const worker = startWorker();
      await until((row) => row?.state === "ready", worker.output);
      await worker.stop();
    } finally {
      await resend.close();
      clock.remove();
    }
    expect(inMidWork, "A kill that met no work proves nothing.").toBeGreaterThan(0);
    const ids = rowsIn(await download(ctx, owner, id)).map(([subject]) => subject);
    const all = (await ctx.db.select({ id: sharings.subjectId }).from(sharings)).map((row) => row.id);
    expect(ids).toHaveLength(SUPPORTERS);
    expect(new Set(ids)).toEqual(new Set(all));
  }),
);
