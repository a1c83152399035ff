import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type CheckedCase, checkZipCase } from "~/domain/lawmakers/check-zip-case";
import { type CongressIndex, indexCongress } from "~/domain/lawmakers/congress-index";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { factsInForce } from "~/domain/lawmakers/facts-in-force";
import { readZipCases, type ZipCase } from "~/domain/lawmakers/zip-cases";
import { listShippedSnapshots, readShippedFacts } from "~db/congress/shipped-snapshots";
import { staffCommand, UsageError } from "./staff-command";

const usage = "Usage: npm run congress:check -- FILE.csv [--database]";

/**
 * Compares our answers with a file of known ones: the share satisfied, for each kind too, and each miss with what we
 * answer. The facts are those that the project carries, or with `--database` those in force in the database.
 */
const { file, isDatabase } = readArguments();
if (file === null) {
  console.error(usage);
  process.exitCode = 1;
} else if (isDatabase) {
  await staffCommand(
    () => null,
    async ({ ctx }) => {
      const source = createFactsSource(ctx.db);
      await source.load();
      const at = factsInForce(source.current(), ctx.now());
      if (at.status === "missing") throw new UsageError("The database holds no facts about a Congress of today.");
      report(file, at.facts);
    },
  );
} else {
  try {
    report(file, await readShipped());
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

async function readShipped(): Promise<CongressIndex> {
  const shipped = await listShippedSnapshots();
  const sets = await Promise.all(shipped.map(async ({ congress }) => indexCongress(await readShippedFacts(congress))));
  const at = factsInForce(sets, new Date());
  const facts = at.status === "missing" ? sets[0] : at.facts;
  if (facts === undefined) throw new UsageError("The project carries no facts about Congress.");
  return facts;
}

function report(name: string, facts: CongressIndex) {
  const { cases, unreadable } = readZipCases(readFileSync(name, "utf8"));
  const { congress, asOf } = facts.origin;
  console.log(`Facts of the Congress no. ${congress}, as of ${asOf}.`);
  for (const { line, why } of unreadable) console.error(`Line ${line} can't be read: ${why}.`);
  if (unreadable.length > 0) process.exitCode = 1;
  const checked = cases.map((one) => ({ ...one, ...checkZipCase(facts, one) }));
  if (checked.length === 0) return console.log("There is no case in the file.");

  const kinds = [...new Set(checked.map(({ kind }) => kind))].sort();
  const rows = [["all", checked] as const, ...kinds.map((kind) => [kind, ofKind(checked, kind)] as const)];
  const width = Math.max(...rows.map(([kind]) => kind.length));
  for (const [kind, some] of rows) console.log(`${kind.padEnd(width)}  ${shareOf(some)}`);
  const misses = checked.filter(({ isSatisfied }) => !isSatisfied);
  if (misses.length > 0) console.log(`\nMisses (${misses.length}):`);
  for (const miss of misses) console.log(describe(miss));
}

function ofKind(checked: (ZipCase & CheckedCase)[], kind: string) {
  return checked.filter((one) => one.kind === kind);
}

function shareOf(checked: (ZipCase & CheckedCase)[]): string {
  const satisfied = checked.filter(({ isSatisfied }) => isSatisfied).length;
  const exact = checked.filter(({ isExact }) => isExact).length;
  const percent = ((100 * satisfied) / checked.length).toFixed(2);
  return `${satisfied} of ${checked.length} satisfied (${percent} %), ${exact} with nothing else offered`;
}

function describe({ line, zip, states, districts, kind, answered }: ZipCase & CheckedCase): string {
  const numbers = districts.map((one) => `${one.state}-${one.district}`).join(", ");
  return `line ${line}: ${zip} (${kind}) expected ${numbers || states.join(", ") || "no state"}, answered ${answered}`;
}

function readArguments(): { file: string | null; isDatabase: boolean } {
  try {
    const { values, positionals } = parseArgs({ options: { database: { type: "boolean" } }, allowPositionals: true });
    return { file: positionals.length === 1 ? (positionals[0] ?? null) : null, isDatabase: values.database ?? false };
  } catch {
    return { file: null, isDatabase: false };
  }
}
