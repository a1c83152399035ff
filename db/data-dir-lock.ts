import { linkSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";

const HEARTBEAT_MS = 5_000;
/** On another host a process can't be asked whether it lives; its heartbeat tells. */
const SILENT_MS = 30_000;

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
 * @returns the function that gives the folder back
 * @throws {DataDirInUseError}
 */
export function lockDataDir(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "lock");
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, startedAt: startOf(process.pid) });

  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      break;
    } catch (error) {
      if (!hasCode(error, "EEXIST") || attempt > 20) throw error;
      removeIfStale(folder, file);
    }
  }

  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  heartbeat.unref();
  let held = true;
  const release = () => {
    if (!held) return;
    held = false;
    clearInterval(heartbeat);
    process.off("exit", release);
    if (readOrNull(file) === mine) unlinkSync(file);
  };
  process.once("exit", release);
  return release;
}

/** Moves a stale lock aside. What was moved is looked at again, because another process may have been quicker. */
function removeIfStale(folder: string, file: string) {
  const seen = readOrNull(file);
  if (seen === null) return;
  const living = livingOwner(seen, file);
  if (living !== null) throw new DataDirInUseError(folder, living);

  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  if (readOrNull(aside) !== seen) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
  }
  unlinkSync(aside);
}

/** @returns the process id of an owner that may still be alive, or null. */
function livingOwner(content: string, file: string): number | null {
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
