import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ProjectProcess, startProcess } from "./child-process";
import { serverClock } from "./clock-of-servers";
import { type FakeResend, startFakeResend } from "./fake-resend";
import { freePort } from "./free-port";
import { type Mail, mails } from "./mails";
import { startOfTests } from "./seeded";

const START_TIMEOUT_MS = 90_000;
const MAIL_TIMEOUT_MS = 20_000;
/** After this every process has seen that its clock was moved. */
const CLOCK_DELAY_MS = 100;

export interface RunningServer {
  /** `http://localhost:…`, as links in mails have it. */
  origin: string;
  /** Requests a path of the site. Redirects are answered, not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Mails that went out, newest first. */
  mails(): Promise<Mail[]>;
  /** Waits for a mail to an address (its newest), at most twenty seconds. */
  mailTo(address: string, isMeant?: (mail: Mail) => boolean): Promise<Mail>;
  /** Moves the clock of web server and worker to a moment; it runs on from there. */
  setClock(moment: Date): Promise<void>;
  /** The mail service, where the server does not keep mails itself. */
  resend: FakeResend | null;
  /** What the processes were started with, for a command beside them. */
  settings: Readonly<Record<string, string>>;
  web: ProjectProcess;
  /** The worker, where it is a process of its own. */
  worker: ProjectProcess | null;
  /** Stops everything in order and removes what was kept. */
  stop(): Promise<void>;
}

/** Without a `databaseUrl` the server runs as a newcomer's does: embedded database, local mailbox, no setting. */
export interface ServerOptions {
  databaseUrl?: string;
  /** The folder of the embedded database; by default a new one that goes with the server. */
  dataDir?: string;
  env?: Record<string, string>;
  /** Don't wait for the database: it may be away. */
  withoutDatabase?: boolean;
}

/**
 * Starts the product from its build: one process on the embedded database; on PostgreSQL a web server, a worker
 * and a fake of the mail service, as in production. Its clock starts at the moment at which all tests begin, when
 * the facts about Congress that the project carries are in force.
 */
export async function runServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), "privacy-for-all-data-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const resend = options.databaseUrl === undefined ? null : await startFakeResend();
  const clock = serverClock(startOfTests);
  const env = {
    ...clock.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    ...(options.databaseUrl && resend ? productionSettings(options.databaseUrl, origin, resend) : {}),
    ...options.env,
  };
  const web = startProcess("app/start.ts", [], env);
  const worker = resend === null ? null : startProcess("app/worker.ts", [], env);

  const server: RunningServer = {
    origin,
    settings: env,
    web,
    worker,
    resend,
    fetch: (where, init) => fetch(new URL(where, origin), { redirect: "manual", ...init }),
    async setClock(moment) {
      clock.set(moment);
      await sleep(CLOCK_DELAY_MS);
    },
    async mails() {
      if (resend !== null) return resend.mails();
      return mails.parse(await (await server.fetch("/dev/mailbox.json")).json());
    },
    async mailTo(address, isMeant = () => true) {
      const deadline = Date.now() + MAIL_TIMEOUT_MS;
      for (;;) {
        const mail = (await server.mails()).find(({ to, ...rest }) => to.includes(address) && isMeant({ to, ...rest }));
        if (mail !== undefined) return mail;
        if (Date.now() > deadline) throw new Error(`No such mail arrived.\n${web.output()}\n${worker?.output() ?? ""}`);
        await sleep(100);
      }
    },
    async stop() {
      const ends = await Promise.allSettled([worker?.stop(), web.stop()]);
      await resend?.close();
      clock.remove();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
      for (const end of ends) if (end.status === "rejected") throw end.reason;
    },
  };
  try {
    await untilRunning(server, options.withoutDatabase ? "/healthz" : "/readyz");
  } catch (error) {
    await Promise.all([web.kill(), worker?.kill(), resend?.close()]);
    clock.remove();
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
  return server;
}

function productionSettings(databaseUrl: string, origin: string, resend: FakeResend): Record<string, string> {
  const key = () => randomBytes(32).toString("base64");
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: origin,
    SESSION_SECRET: key(),
    PII_KEYS: `lookup:${key()},k1:${key()}`,
    EMAIL_FROM: "Privacy for All <hello@privacy.example>",
    RESEND_API_KEY: resend.apiKey,
    RESEND_BASE_URL: resend.url,
  };
}

async function untilRunning(server: RunningServer, path: "/healthz" | "/readyz") {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const status = await server.fetch(path).then(
      (answer) => answer.status,
      () => null,
    );
    const hasSaidWhere = path === "/healthz" || server.web.output().includes(server.origin);
    if (status === 200 && hasSaidWhere) return;
    if (server.web.hasEnded() || Date.now() > deadline) {
      throw new Error(`The server did not start (${path}: ${status ?? "no answer"}).\n${server.web.output()}`);
    }
    await sleep(50);
  }
}
