import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DataDirInUseError, lockDataDir } from "~db/data-dir-lock";
import { type ProjectProcess, startProcess } from "../support/child-process";

let folder = "";
let running: ProjectProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "privacy-for-all-lock-"));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((holder) => holder.kill()));
  rmSync(folder, { recursive: true, force: true });
});

/** A process that has tried to take the folder and said how that went. */
async function startHolder(): Promise<ProjectProcess> {
  const holder = startProcess("tests/db/programs/hold-data-dir.ts", [folder], {});
  running.push(holder);
  await expect.poll(holder.output, { timeout: 20_000, interval: 20 }).toMatch(/\n/);
  return holder;
}

const holding = (holders: ProjectProcess[]) => holders.filter((holder) => holder.output() === "held\n");

test("a second process is refused in words that say what to do", async () => {
  const holder = await startHolder();
  const second = await startHolder();
  expect(second.output()).toContain(`The data folder ${folder} is in use by process ${holder.child.pid}.`);
  expect(second.output()).toContain("DATA_DIR");
  expect(second.output()).toContain("DATABASE_URL");
  expect(() => lockDataDir(folder)).toThrow(DataDirInUseError);
}, 30_000);

test("a folder that was given back can be taken again", async () => {
  const holder = await startHolder();
  await holder.stop();
  const release = lockDataDir(folder);
  expect(() => lockDataDir(folder)).toThrow(DataDirInUseError);
  release();
  release();
  lockDataDir(folder)();
}, 30_000);

test("the folder of a killed process is taken over", async () => {
  const holder = await startHolder();
  await holder.kill();
  lockDataDir(folder)();
}, 30_000);

test("of many that take over the folder of a killed process at once, one wins", async () => {
  const killed = await startHolder();
  await killed.kill();
  const takers = await Promise.all(Array.from({ length: 6 }, startHolder));
  expect(holding(takers)).toHaveLength(1);
}, 60_000);

test("a lock that another machine keeps fresh is respected, and a silent one is taken over", () => {
  const lock = forgeLock(JSON.stringify({ host: `not-${hostname()}`, pid: 1, startedAt: null }));
  expect(() => lockDataDir(folder)).toThrow(DataDirInUseError);
  makeSilent(lock);
  lockDataDir(folder)();
});

test("a lock whose process id now belongs to another process is taken over", () => {
  forgeLock(JSON.stringify({ host: hostname(), pid: process.pid, startedAt: "an earlier boot:1" }));
  lockDataDir(folder)();
});

test("a lock that is cut off in the middle is respected while it is fresh", () => {
  const lock = forgeLock('{"host":');
  expect(() => lockDataDir(folder)).toThrow(DataDirInUseError);
  makeSilent(lock);
  lockDataDir(folder)();
});

/** Takes the folder and puts something else in the place of our lock. */
function forgeLock(content: string): string {
  lockDataDir(folder);
  const name = readdirSync(folder).find((each) => each.startsWith("lock"));
  const lock = path.join(folder, name ?? "lock");
  writeFileSync(lock, content);
  return lock;
}

function makeSilent(lock: string) {
  const aMinuteAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, aMinuteAgo, aMinuteAgo);
}
