import { parseArgs } from "node:util";
import type { Context } from "~/domain/context";
import { type Comparison, differs } from "~/domain/counting/compare-counts.server";
import { recount } from "~/domain/counting/recount.server";
import { repairTotals } from "~/domain/counting/repair-totals.server";
import { namedPerson, staffCommand, UsageError } from "./staff-command";

const usage = `Usage:
  npm run recount
  npm run recount -- --repair --by YOUR_NAME`;

/** Compares the public counts with the signatures they were made from; makes them anew where staff say so. */
await staffCommand(readArguments, async ({ ctx }, { by }) => {
  if (by !== null) await repair(ctx, by);
  const found = await recount(ctx);
  show(found);
  const wrong = found.filter(differs).length;
  console.log(wrong === 0 ? "Every count is right." : `Counts that differ: ${wrong} of ${found.length}.`);
  if (wrong > 0) process.exitCode = 1;
});

async function repair(ctx: Context, by: string) {
  const wrong = await repairTotals(ctx, { by });
  if (wrong.length === 0) return console.log("There was nothing to repair.\n");
  show(wrong);
  console.log("These totals were wrong, and were made anew from the signatures.\n");
}

function show(found: readonly Comparison[]) {
  const heads = ["PETITION", "SIGNATURES", "TOTAL", "REGIONS", "PLACES THAT DIFFER", "NUMBERS THAT DIFFER"];
  const rows = found.map(({ petitionId, ...numbers }) => [
    petitionId,
    ...[numbers.rows, numbers.total, numbers.regions, numbers.misplaced, numbers.numbers].map(String),
  ]);
  const table = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
  for (const row of table) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(cells.join("  "));
  }
}

function readArguments(): { by: string | null } {
  try {
    const { values } = parseArgs({ options: { repair: { type: "boolean" }, by: { type: "string" } } });
    if (values.by !== undefined && !values.repair) throw new Error("--by goes with --repair.");
    return { by: values.repair ? namedPerson(values.by) : null };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
