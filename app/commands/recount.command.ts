import { parseArgs } from "node:util";
import { createContext } from "~/context.server";
import type { Context } from "~/domain/context";
import { type Comparison, differs } from "~/domain/counting/compare-counts.server";
import { recount } from "~/domain/counting/recount.server";
import { repairTotals } from "~/domain/counting/repair-totals.server";
import { readEnv } from "~/env.server";
import { demoKeys } from "~/services/pii-keys.server";
import { connectDatabase } from "~db/connect";

const usage = "npm run recount [-- --repair --by NAME]";

/** Compares the public counts with the signatures they were made from, and makes them anew where staff say so. */
async function main() {
  const { by } = readArguments();
  const env = readEnv();
  const connection = await connectDatabase({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR });
  try {
    const ctx = createContext(connection.db, env.PII_KEYS ?? demoKeys(env.DATA_DIR).piiKeys);
    if (by !== null) await repair(ctx, by);
    const found = await recount(ctx);
    for (const line of tableOf(found)) console.log(line);
    const wrong = found.filter(differs).length;
    console.log(wrong === 0 ? "Every count is right." : `${wrong} of ${found.length} petitions differ.`);
    if (wrong > 0) process.exitCode = 1;
  } finally {
    await connection.close();
  }
}

async function repair(ctx: Context, by: string) {
  const wrong = await repairTotals(ctx, { by });
  if (wrong.length === 0) return console.log("There was nothing to repair.");
  for (const line of tableOf(wrong)) console.log(line);
  console.log("The totals above were wrong. They were made anew from the signatures.\n");
}

function tableOf(found: readonly Comparison[]): string[] {
  const heads = ["petition", "signatures", "total", "regions", "places that differ"];
  const rows = found.map(({ petitionId, rows, total, regions, misplaced }) => [
    petitionId,
    ...[rows, total, regions, misplaced].map(String),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(...[heads, ...rows].map((row) => row[column]?.length ?? 0), head.length),
  );
  return [heads, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

function readArguments(): { by: string | null } {
  const { values } = parseArgs({ options: { repair: { type: "boolean" }, by: { type: "string" } } });
  if (values.repair && !values.by) throw new Error(`--by is missing: who repairs the totals? Usage: ${usage}`);
  if (values.by && !values.repair) throw new Error(`--by goes with --repair. Usage: ${usage}`);
  return { by: values.repair ? (values.by ?? null) : null };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
