import postgres from "postgres";
import { rollUp } from "~/domain/counting/roll-up.server";
import { connectPostgres } from "~db/connect-postgres";
import { testContext } from "../support/test-context";
import { fillSignatures } from "./fill-signatures";
import type { Bench } from "./measure-all";
import { findPetition } from "./measure-signing";
import type { Figure } from "./table";

const SIGNATURES = 50_000;

/** (g) how many confirmed signatures the roll-up takes into the totals, a second. */
export async function measureRollUp({ databaseUrl, rounds }: Bench): Promise<Figure[]> {
  const connection = connectPostgres(databaseUrl);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  const petition = await findPetition(databaseUrl);
  const context = { ...testContext(connection.db), now: () => new Date() };
  const rates: number[] = [];
  await rollUp(context, { atMost: 10_000 });
  for (let round = 0; round < rounds; round++) {
    await fillSignatures(sql, petition, { rows: SIGNATURES, isCounted: false });
    const started = performance.now();
    await rollUp(context, { atMost: 10_000 });
    rates.push(SIGNATURES / ((performance.now() - started) / 1_000));
  }
  const [{ left } = { left: -1 }] = await sql<{ left: number }[]>`
    select count(*)::int as left from signatures where state = 'confirmed' and held_at is null and counted_at is null`;
  await sql.end();
  await connection.close();
  const rate = rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
  return [{ letter: "g", what: "roll-up, signatures counted", rate, median: 0, p99: 0, faults: left }];
}
