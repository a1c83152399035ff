import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parsePiiKeys } from "~/services/pii-keys.server";
import { createVault } from "~/services/vault.server";
import { type ProjectProcess, startProcess } from "../support/child-process";
import { serverClock } from "../support/clock-of-servers";
import { type FakeResend, startFakeResend } from "../support/fake-resend";
import { freePort } from "../support/free-port";
import { startOfTests } from "../support/seeded";

const START_TIMEOUT_MS = 90_000;

/** The product as in production, whose parts can be killed one by one and started again. */
export interface SiteUnderFire {
  origin: string;
  resend: FakeResend;
  vault: ReturnType<typeof createVault>;
  web: ProjectProcess;
  worker: ProjectProcess;
  /** Kills a process as a crash would, and starts it again at once. */
  restart(part: "web" | "worker"): Promise<void>;
  untilReady(): Promise<void>;
  /** Moves the clock of all processes forward: what was put off is due, what a dead worker held is free. */
  advance(ms: number): void;
  /** Ends what still runs and removes what was kept. */
  stop(): Promise<void>;
}

/** Starts a web server, a worker and a mail service that can be told to fail. */
export async function startSiteUnderFire(databaseUrl: string): Promise<SiteUnderFire> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "privacy-for-all-fire-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const resend = await startFakeResend({ requestsPerSecond: 20, workMs: 100 });
  const clock = serverClock(startOfTests);
  let ahead = startOfTests.getTime() - Date.now();
  const key = () => randomBytes(32).toString("base64");
  const piiKeys = `lookup:${key()},k1:${key()}`;
  const env = {
    ...clock.env,
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: origin,
    SESSION_SECRET: key(),
    PII_KEYS: piiKeys,
    EMAIL_FROM: "Privacy for All <hello@privacy.example>",
    RESEND_API_KEY: resend.apiKey,
    RESEND_BASE_URL: resend.url,
  };
  const start = {
    web: () => startProcess("app/start.ts", [], env),
    worker: () => startProcess("app/worker.ts", [], env),
  };
  const keys = parsePiiKeys(piiKeys);
  const site: SiteUnderFire = {
    origin,
    resend,
    vault: createVault(keys.sealing, keys.lookup),
    web: start.web(),
    worker: start.worker(),
    async restart(part) {
      await site[part].kill();
      site[part] = start[part]();
    },
    async untilReady() {
      const deadline = Date.now() + START_TIMEOUT_MS;
      while (
        !(await fetch(`${origin}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ))
      ) {
        if (site.web.hasEnded() || Date.now() > deadline)
          throw new Error(`The site is not ready.\n${site.web.output()}`);
        await sleep(50);
      }
    },
    advance(ms) {
      ahead += ms;
      clock.set(new Date(Date.now() + ahead));
    },
    async stop() {
      await Promise.all([site.web.kill(), site.worker.kill()]);
      await resend.close();
      clock.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await site.untilReady();
  } catch (error) {
    await site.stop();
    throw error;
  }
  return site;
}
