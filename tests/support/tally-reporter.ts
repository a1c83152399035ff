import { writeSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

export interface Tally {
  /** Tests by project. */
  projects: Record<string, { passed: number; failed: number; skipped: number }>;
  /** Files that could not be loaded, and errors outside of any test. */
  errors: number;
}

/** Tells how many tests passed and failed to who started the run: on the open file whose number `TALLY_FD` holds. */
export class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    const file = Number(process.env.TALLY_FD);
    if (!file) return;
    const tally: Tally = { projects: {}, errors: unhandled.length };
    for (const module of modules) {
      tally.projects[module.project.name] ??= { passed: 0, failed: 0, skipped: 0 };
      const count = tally.projects[module.project.name];
      if (count === undefined) continue;
      const failedBefore = count.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === "pending" ? "skipped" : state]++;
      }
      // A file, a describe or one of their hooks can fail while none of its tests did.
      if (module.state() === "failed" && count.failed === failedBefore) tally.errors++;
    }
    writeSync(file, JSON.stringify(tally));
  }
}
