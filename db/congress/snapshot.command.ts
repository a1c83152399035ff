import { parseArgs } from "node:util";
import { checkFacts } from "./check-facts";
import { compareFacts } from "./compare-facts";
import { dayOf } from "./congress-dates";
import { describeDifference } from "./describe-difference";
import { FactsError } from "./facts-error";
import { readFacts } from "./read-facts";
import { listShippedSnapshots, readShippedFacts, snapshotFolder } from "./shipped-snapshots";
import { writeSnapshot } from "./write-snapshot";

/** `npm run congress:snapshot -- --from DIR_OR_URL [--as-of YYYY-MM-DD]`: renews the facts that the project carries. */
async function main() {
  const { values } = parseArgs({ options: { from: { type: "string" }, "as-of": { type: "string" } } });
  if (values.from === undefined) throw new FactsError("Say where the facts are: --from DIR_OR_URL.");

  const findShipped = async (congress: number) => {
    const shipped = await listShippedSnapshots();
    return shipped.some((snapshot) => snapshot.congress === congress) ? readShippedFacts(congress) : null;
  };
  const { facts, remarks } = await readFacts(values.from, { asOf: values["as-of"], findBase: findShipped });
  checkFacts(facts, dayOf(new Date()));

  const before = await findShipped(facts.congress);
  const bytes = await writeSnapshot(snapshotFolder(facts.congress), facts);
  for (const line of [...remarks, ...describeDifference(compareFacts(before, facts))]) console.log(line);
  console.log(`Written to db/congress/snapshot/${facts.congress}: ${Math.round(bytes / 1000)} kB.`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
