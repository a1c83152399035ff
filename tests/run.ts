import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "~/build-if-needed.server";
import { ensureChromium } from "./support/chromium";
import { MissingToolError } from "./support/missing-tool";
import { ensurePostgres } from "./support/postgres-programs";
import type { Tally } from "./support/tally-reporter";

/** Every kind of test there must be. */
const projects = [
  "unit",
  "database-pglite",
  "database-postgres",
  "postgres-only",
  "journeys-embedded",
  "pages",
  "journeys-postgres",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const asked = process.argv.slice(2);

/**
 * `npm test`: everything that must be green. With arguments, which go to vitest as they are (`npm test --
 * --project unit tests/domain`), only the tests that they choose.
 */
async function run(): Promise<{ passed: number; failed: number }> {
  const isWhole = asked.length === 0;
  const mayNeed = (kind: RegExp) => isWhole || !asked.includes("--project") || asked.some((word) => kind.test(word));
  if (mayNeed(/postgres|journeys|\*/)) ensurePostgres();
  if (mayNeed(/journeys|pages|\*/)) ensureChromium();

  if (isWhole && !succeeds("npm", ["run", "--silent", "check"])) return failed("npm run check found faults.");
  if (mayNeed(/journeys|pages|\*/)) await buildIfNeeded();

  const { tally, status } = runVitest();
  if (tally === null) return failed("The test runner ended without a result.");
  return judge(tally, status, isWhole);
}

function runVitest(): { tally: Tally | null; status: number | null } {
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const done = spawnSync(process.execPath, [vitest, "run", "--config", "tests/vitest.config.ts", ...asked], {
    cwd: root,
    env: { ...process.env, TALLY_FD: "3" },
    stdio: ["ignore", "inherit", "inherit", "pipe"],
    encoding: "utf8",
  });
  const told = done.output[3];
  return { tally: told ? JSON.parse(told) : null, status: done.status };
}

/** In a run of everything, a test that was skipped and a kind without tests are failures too. */
function judge({ projects: counts, errors }: Tally, status: number | null, isWhole: boolean) {
  let [passed, failures] = [0, errors];
  for (const name of isWhole ? projects : Object.keys(counts)) {
    const count = counts[name] ?? { passed: 0, failed: 0, skipped: 0 };
    console.log(`${name}: ${count.passed} of ${count.passed + count.failed + count.skipped}`);
    passed += count.passed;
    failures += count.failed;
    if (!isWhole) continue;
    failures += count.skipped;
    if (count.skipped > 0) console.error(`${count.skipped} tests of ${name} were skipped; none may be.`);
    if (count.passed + count.failed === 0) failures += failed(`No test ran in ${name}.`).failed;
  }
  if (status !== 0 && failures === 0) failures += failed("The test runner failed outside of the tests.").failed;
  return { passed, failed: failures };
}

function failed(sentence: string) {
  console.error(sentence);
  return { passed: 0, failed: 1 };
}

function succeeds(program: string, args: string[]): boolean {
  return spawnSync(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

const outcome = await run().catch((error: unknown) => {
  return failed(error instanceof MissingToolError ? error.message : String(error));
});
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exitCode = outcome.failed === 0 && outcome.passed > 0 ? 0 : 1;
