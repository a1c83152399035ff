import { readFileSync } from "node:fs";

const EVERY_MS = 50;

/** Watches how much memory a process holds, in MB, until it is asked for the most that it was. */
export function watchMemory(pid: number | undefined): { before: number; most(): number } {
  const before = residentOf(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentOf(pid));
  }, EVERY_MS);
  return {
    before,
    most() {
      clearInterval(timer);
      return most;
    },
  };
}

function residentOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
