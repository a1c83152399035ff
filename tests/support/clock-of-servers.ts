import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const preload = pathToFileURL(fileURLToPath(new URL("server-clock.js", import.meta.url))).href;

/** The clock of the processes that were started with its settings. */
export interface ServerClock {
  env: Record<string, string>;
  /** Sets it; it runs on from there, in every process within a few hundredths of a second. */
  set(moment: Date): void;
  remove(): void;
}

/** A clock for processes of this project that starts at a moment and can be moved from outside. */
export function serverClock(start: Date): ServerClock {
  const folder = mkdtempSync(path.join(tmpdir(), "privacy-for-all-clock-"));
  const file = path.join(folder, "shift");
  const set = (moment: Date) => {
    writeFileSync(`${file}.new`, String(moment.getTime() - Date.now()));
    renameSync(`${file}.new`, file);
  };
  set(start);
  return {
    env: { NODE_OPTIONS: `--import=${preload}`, CLOCK_FILE: file },
    set,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
