import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { readShippedFacts } from "~db/congress/shipped-snapshots";
import { startBareServer } from "./bare-copy";
import { compareLatency } from "./latency";
import { type LoadFigures, load, medianOf } from "./load";
import type { Bench } from "./measure-all";
import type { Figure } from "./table";

const SHORT_SECONDS = 2;
const GOAL_MS = 1;

/** ZIP → lawmakers: a bare server with the same bytes, the API with ever another ZIP code, and what the facts weigh. */
export async function measureLawmakers({ site, seconds, rounds }: Bench): Promise<Figure[]> {
  const zips = [...new Set((await readShippedFacts(119)).zipShares.map(({ zip }) => zip))];
  let turn = 0;
  // Far apart from one to the next.
  const nextPath = () => `/api/v1/lawmakers?zip=${zips[(turn++ * 7_919) % zips.length]}`;
  const bare = await startBareServer(`${site.origin}/api/v1/lawmakers?zip=94110`);
  try {
    const many = seconds <= SHORT_SECONDS ? 4_000 : 20_000;
    const latency = await compareLatency(
      { bare: () => bare.url, api: () => site.origin + nextPath() },
      { rounds: many, warmUp: 2_000 },
    );
    const measured: Record<"bare" | "api", LoadFigures[]> = { bare: [], api: [] };
    for (let round = 0; round < rounds; round++) {
      measured.bare.push(await load({ url: bare.url, seconds, wants: 200 }));
      measured.api.push(await load({ url: site.origin, seconds, wants: 200, next: () => ({ path: nextPath() }) }));
    }
    const figure = (name: "bare" | "api") => ({ ...medianOf(measured[name]), ...latency[name] });
    const added = (of: "median" | "p99") => (latency.api?.[of] ?? Number.NaN) - (latency.bare?.[of] ?? Number.NaN);
    const ratio = medianOf(measured.api).rate / medianOf(measured.bare).rate;
    const note =
      `adds ${added("median").toFixed(3)} ms at the median (goal ${GOAL_MS}, ${added("median") <= GOAL_MS ? "met" : "missed"}) ` +
      `and ${added("p99").toFixed(3)} ms at p99, one request after the other; the facts of a Congress take ` +
      `${((await factsBytes()) / 2 ** 20).toFixed(1)} MB of memory.`;
    return [
      { letter: "k", what: "bare Node server, bytes of one ZIP code", ...figure("bare") },
      { letter: "l", what: "ZIP → lawmakers (API)", ...figure("api"), ratio: { to: "k", of: ratio }, note },
    ];
  } finally {
    bare.stop();
  }
}

async function factsBytes(): Promise<number> {
  const file = fileURLToPath(new URL("facts-memory.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--import", "tsx", file]);
  return z.object({ bytes: z.number() }).parse(JSON.parse(stdout)).bytes;
}
