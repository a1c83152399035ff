import { parseArgs } from "node:util";
import { checkFacts } from "./check-facts";
import { compareFacts } from "./compare-facts";
import { dayOf } from "./congress-dates";
import { describeDifference } from "./describe-difference";
import type { CongressFacts } from "./facts";
import { FactsError } from "./facts-error";
import { openFactsFiles } from "./facts-files";
import { readFacts } from "./read-facts";
import { placesFile } from "./read-folder-places";
import { readPackagedPlaces } from "./read-packaged-places";
import { listShippedSnapshots, readShippedFacts, snapshotFolder } from "./shipped-snapshots";
import { validateFacts } from "./validate-facts";
import { writeSnapshot } from "./write-snapshot";

/** `npm run congress:snapshot -- --from DIR_OR_URL [--as-of YYYY-MM-DD]`: renews the facts that the project carries. */
async function main() {
  const { values } = parseArgs({ options: { from: { type: "string" }, "as-of": { type: "string" } } });
  if (values.from === undefined) throw new FactsError("Say where the facts are: --from DIR_OR_URL.");

  const findShipped = async (congress: number) => {
    const shipped = await listShippedSnapshots();
    return shipped.some((snapshot) => snapshot.congress === congress) ? readShippedFacts(congress) : null;
  };
  const read = await readFacts(values.from, { asOf: values["as-of"], findBase: findShipped });
  const { remarks } = read;
  const facts = await withPlaces(values.from, read.facts);
  checkFacts(facts, dayOf(new Date()));

  const before = await findShipped(facts.congress);
  const bytes = await writeSnapshot(snapshotFolder(facts.congress), facts);
  for (const line of [...remarks, ...describeDifference(compareFacts(before, facts))]) console.log(line);
  console.log(`Written to db/congress/snapshot/${facts.congress}: ${Math.round(bytes / 1000)} kB.`);
}

/** A folder without places gets those that the packages know for its ZIP codes. */
async function withPlaces(from: string, facts: CongressFacts): Promise<CongressFacts> {
  if ((await openFactsFiles(from).find(placesFile)) !== null) return facts;
  return validateFacts("The places of ZIP codes", { ...facts, zipPlaces: await readPackagedPlaces(facts) });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
