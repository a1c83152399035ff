import { randomUUID } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";

const HEARTBEAT_MS = 5_000;
/** On another host a process can't be asked whether it lives; its heartbeat tells. */
const SILENT_MS = 30_000;
const RELEASED = "released";

const owner = z.object({ host: z.string(), pid: z.number(), startedAt: z.string().nullable() });

/** A second process wants a folder that one already has open. */
export class DataDirInUseError extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by process ${pid}. The embedded database can be open in one process only: ` +
        "stop that process, set DATA_DIR to another folder, or use PostgreSQL by setting DATABASE_URL.",
    );
    this.name = "DataDirInUseError";
  }
}

/**
 * Takes the folder of the embedded database for this process. Two processes on one folder silently lose
 * rows, and the engine itself has no lock. A lock left by a killed process is taken over.
 *
 * The lock is the file `lock.N` with the highest N. Who takes over makes `lock.N+1`, which the file system
 * lets one process do; nobody ever touches a file that another process may hold, so no order of events gives
 * two owners. Only a newer owner removes an older file, and giving back empties one's own.
 * @returns the function that gives the folder back
 * @throws {DataDirInUseError}
 */
export function lockDataDir(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, startedAt: startOf(process.pid) });
  const file = take(folder, mine);

  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  heartbeat.unref();
  let held = true;
  const release = () => {
    if (!held) return;
    held = false;
    clearInterval(heartbeat);
    process.off("exit", release);
    if (readOrNull(file) === mine) writeFileSync(file, RELEASED);
  };
  process.once("exit", release);
  return release;
}

/** @returns the file that now is the lock */
function take(folder: string, mine: string): string {
  const draft = path.join(folder, `draft.${process.pid}.${randomUUID()}`);
  writeFileSync(draft, mine, { flag: "wx", mode: 0o600 });
  try {
    for (let attempt = 0; ; attempt++) {
      const newest = Math.max(0, ...numbers(folder));
      const living = newest === 0 ? null : livingOwner(path.join(folder, `lock.${newest}`));
      if (living !== null) throw new DataDirInUseError(folder, living);
      const file = path.join(folder, `lock.${newest + 1}`);
      try {
        // A link appears with its content and fails where the name is taken.
        linkSync(draft, file);
      } catch (error) {
        if (!hasCode(error, "EEXIST") || attempt > 20) throw error;
        continue;
      }
      // A folder read while others change it may have hidden a newer lock.
      const others = numbers(folder).filter((number) => number !== newest + 1);
      if (others.some((number) => number > newest + 1)) {
        unlinkSync(file);
        continue;
      }
      for (const older of others) rmSync(path.join(folder, `lock.${older}`), { force: true });
      return file;
    }
  } finally {
    unlinkSync(draft);
  }
}

function numbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => (/^lock\.\d+$/.test(name) ? [Number(name.slice(5))] : []));
}

/** @returns the process id of an owner that may still be alive, or null. */
function livingOwner(file: string): number | null {
  const content = readOrNull(file);
  // Gone: a newer owner removed it, and making the next file will fail.
  if (content === null || content === RELEASED) return null;
  const parsed = owner.safeParse(parseJson(content));
  if (!parsed.success) return silentFor(file) > SILENT_MS ? null : 0;
  const { host, pid, startedAt } = parsed.data;
  if (host !== hostname()) return silentFor(file) > SILENT_MS ? null : pid;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, "EPERM") ? pid : null;
  }
  // A process id is used again after a restart of the machine; the start time tells the two apart.
  const start = startOf(pid);
  return startedAt !== null && start !== null && start !== startedAt ? null : pid;
}

/** Start of a process in clock ticks since boot (proc(5), field 22), with the boot's id; null where there is no /proc. */
function startOf(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return `${readOrNull("/proc/sys/kernel/random/boot_id")?.trim() ?? ""}:${afterName[19] ?? ""}`;
}

function silentFor(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function touch(file: string) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder was removed under us; the database will say so.
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
