import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parsePiiKeys } from "~/services/pii-keys.server";
import { createVault } from "~/services/vault.server";
import { type ProjectProcess, startProcess } from "../support/child-process";
import { freePort } from "../support/free-port";

const START_TIMEOUT_MS = 60_000;

export interface BenchSite {
  origin: string;
  vault: ReturnType<typeof createVault>;
  web: ProjectProcess;
  /** Starts a worker beside the web server. */
  startWorker(): ProjectProcess;
  stop(): Promise<void>;
}

/** Starts a production web server on loopback: on PostgreSQL, or on the embedded database without `databaseUrl`. */
export async function startSite(settings: { databaseUrl?: string; resendUrl?: string }): Promise<BenchSite> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "privacy-for-all-bench-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const key = () => randomBytes(32).toString("base64");
  const piiKeys = `lookup:${key()},k1:${key()}`;
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    ...(settings.databaseUrl && {
      DATABASE_URL: settings.databaseUrl,
      PUBLIC_ORIGIN: origin,
      SESSION_SECRET: key(),
      PII_KEYS: piiKeys,
      EMAIL_FROM: "Bench <bench@privacy.example>",
      RESEND_API_KEY: "re_bench",
      RESEND_BASE_URL: settings.resendUrl ?? "http://127.0.0.1:9",
    }),
    ...(!settings.databaseUrl && { WORKER: "off" }),
  };
  const web = startProcess("app/start.ts", [], env);
  const keys = parsePiiKeys(piiKeys);
  try {
    await untilReady(origin, web);
  } catch (error) {
    await web.kill();
    throw error;
  }
  return {
    origin,
    web,
    vault: createVault(keys.sealing, keys.lookup),
    startWorker: () => startProcess("app/worker.ts", [], env),
    async stop() {
      await web.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilReady(origin: string, web: ProjectProcess) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const isReady = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (web.hasEnded() || Date.now() > deadline) throw new Error(`The server did not start.\n${web.output()}`);
    await sleep(50);
  }
}
