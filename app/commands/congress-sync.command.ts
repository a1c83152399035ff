import { parseArgs } from "node:util";
import { readEnv } from "~/env.server";
import { isDifferent } from "~db/congress/compare-facts";
import { describeDifference } from "~db/congress/describe-difference";
import { FactsError } from "~db/congress/facts-error";
import { syncCongress } from "~db/congress/sync-congress";
import { connectDatabase } from "~db/connect";

const usage = "npm run congress:sync -- --from DIR_OR_URL [--as-of YYYY-MM-DD] [--dry-run]";

/** Refreshes the facts about Congress, and shows what changes. */
async function main() {
  const { from, asOf, isDryRun } = readArguments();
  const env = readEnv();
  const connection = await connectDatabase({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR });
  try {
    const { difference, remarks } = await syncCongress(connection, { from, asOf, isDryRun }, new Date());
    for (const line of [...remarks, ...describeDifference(difference)]) console.log(line);
    if (isDryRun && isDifferent(difference)) console.log("Dry run: nothing was applied.");
  } finally {
    await connection.close();
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { from: { type: "string" }, "as-of": { type: "string" }, "dry-run": { type: "boolean" } },
    });
    if (values.from === undefined || values.from === "") throw new Error("--from is missing.");
    return { from: values.from, asOf: values["as-of"], isDryRun: values["dry-run"] ?? false };
  } catch (error) {
    throw new FactsError(`${error instanceof Error ? error.message : String(error)} Usage: ${usage}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
