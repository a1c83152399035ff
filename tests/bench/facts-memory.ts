import { setTimeout as sleep } from "node:timers/promises";
import { indexCongress } from "~/domain/lawmakers/congress-index";
import { readShippedFacts } from "~db/congress/shipped-snapshots";

/**
 * What the loaded facts weigh: reads and indexes them in a process of its own, lets go of what they were made of, and
 * writes the growth in bytes. Run with `--expose-gc`.
 */
function used(): number {
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function index() {
  return indexCongress(await readShippedFacts(119));
}

// Once before, so that code and patterns that are made on the first run don't count.
await index().then(() => undefined);
await sleep(100);
const before = used();
const facts = await index();
await sleep(100);
const after = used();
// The index is asked after the measurement, so that nothing can let go of it earlier.
process.stdout.write(`${JSON.stringify({ bytes: after - before, seats: facts.seats.size })}\n`);
