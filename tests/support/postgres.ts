import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { freePort } from "./free-port";
import { getPostgres } from "./postgres-programs";

const START_TIMEOUT_MS = 30_000;

/**
 * Makes the data folder once, runs the server and lives as long as we do: its standard input ends when this
 * process ends, however that happens, and then it stops the server and removes everything. A word on its input
 * names the signal to stop with and keeps the folder.
 */
const GUARD = `
[ -e data ] || "$0" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >log 2>&1
"$@" >>log 2>&1 &
pid=$!
read -r word
kill -s "\${word:-INT}" "$pid"
wait "$pid"
[ -n "$word" ] || rm -rf "$PWD"
`;

export interface PostgresCluster {
  /** Address of a database of this cluster, by default of the one for administration. */
  url(database?: string): string;
  /** Stops the server and keeps its data. `crash` gives it no time to write anything. */
  stop(how?: "orderly" | "crash"): Promise<void>;
  /** Starts the server again, on the same port. */
  start(): Promise<void>;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

/**
 * Starts a throw-away PostgreSQL server in a temporary folder, on a free port of the loopback interface. Who
 * doesn't remove it leaves nothing behind either: it ends with this process.
 * @param options.durable waits for the disk, as in production; without it data survives a crash of the server only
 * @throws {MissingToolError}
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<PostgresCluster> {
  const programs = getPostgres();
  const account = serverAccount();
  const folder = mkdtempSync(path.join(folderFor(account), "privacy-for-all-postgres-"));
  if (account) chownSync(folder, account.uid, account.gid);
  const port = await freePort();
  const url = (database = "postgres") => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const settings = ["max_connections=250", "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
  if (!options.durable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const command = [path.join(programs, "postgres"), "-D", "data", "-p", String(port)];
  for (const setting of settings) command.push("-c", setting);

  let guard: ChildProcess | null = null;
  const end = async (word: string) => {
    if (guard === null) return;
    const ended = once(guard, "exit");
    guard.ref();
    guard.stdin?.end(word);
    guard = null;
    await ended;
  };
  const cluster: PostgresCluster = {
    url,
    async start() {
      if (guard !== null) return;
      guard = spawn("sh", ["-c", GUARD, path.join(programs, "initdb"), ...command], {
        ...account,
        cwd: folder,
        // A session of its own, so that Ctrl-C does not reach the server before the tests have ended.
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
      });
      guard.unref();
      await untilReady(url(), path.join(folder, "log"));
    },
    stop: (how = "orderly") => end(how === "crash" ? "QUIT\n" : "INT\n"),
    async remove() {
      await end("INT\n");
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await cluster.start();
  } catch (error) {
    await cluster.remove();
    throw error;
  }
  return cluster;
}

/**
 * Makes a database, empty or a copy of another one to which nobody is connected.
 * @param url of any database of the server
 * @returns the address of the new one
 */
export async function createDatabase(url: string, options: { name?: string; template?: string } = {}): Promise<string> {
  const name = options.name ?? `test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(url, { max: 1 });
  try {
    await admin`create database ${admin(name)} template ${admin(options.template ?? "template0")}`;
  } finally {
    await admin.end();
  }
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

/** Removes a database, whoever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = "/postgres";
  const client = postgres(admin.href, { max: 1, onnotice: () => undefined });
  try {
    await client`drop database if exists ${client(name)} with (force)`;
  } finally {
    await client.end();
  }
}

/** The server refuses to run as root; then it runs as `postgres`, or as anybody without rights. */
function serverAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((which) => Number(spawnSync("id", [which, name], { encoding: "utf8" }).stdout));
    if (uid && gid) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has neither the user postgres nor nobody.");
}

/** The temporary folder, unless another user may not enter it. */
function folderFor(account: object | null): string {
  const isOpen = (folder: string): boolean =>
    (statSync(folder).mode & 0o1) !== 0 && (folder === path.dirname(folder) || isOpen(path.dirname(folder)));
  return account === null || isOpen(tmpdir()) ? tmpdir() : "/tmp";
}

async function untilReady(url: string, log: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const client = postgres(url, { max: 1, connect_timeout: 2 });
    try {
      await client`select 1`;
      return;
    } catch (error) {
      const said = readFileSync(log, { encoding: "utf8", flag: "a+" });
      if (Date.now() > deadline || /could not create any TCP\/IP sockets/.test(said)) {
        throw new Error(`PostgreSQL did not start:\n${said}`, { cause: error });
      }
      await sleep(30);
    } finally {
      await client.end({ timeout: 1 });
    }
  }
}
