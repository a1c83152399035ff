import postgres from "postgres";
import { fillSignatures } from "./fill-signatures";
import { load, medianOf } from "./load";
import { type Bench, CAMPAIGN } from "./measure-all";
import { findPetition } from "./measure-signing";
import { signerForms } from "./signers";
import type { Figure } from "./table";

/** (h) the same sign and page on a database that holds millions of signatures already. */
export async function measureLargeDatabase({
  databaseUrl,
  site,
  seconds,
  rounds,
  largeRows,
}: Bench): Promise<Figure[]> {
  const before = await signAndRead({ site, seconds, rounds }, "before");
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  await sql`set statement_timeout = 0`;
  const started = performance.now();
  await fillSignatures(sql, await findPetition(databaseUrl), { rows: largeRows, isCounted: true });
  await sql`vacuum analyze signatures`;
  await sql`checkpoint`;
  await sql.end();
  const took = Math.round((performance.now() - started) / 1_000);
  const after = await signAndRead({ site, seconds, rounds }, "after");
  const millions = `${largeRows / 1e6} million signatures`;
  return [
    { letter: "h0", what: "sign over HTTP, before the filling", ...before.sign },
    {
      letter: "h",
      what: `sign over HTTP with ${millions}`,
      ...after.sign,
      ratio: { to: "h0", of: after.sign.rate / before.sign.rate, goal: 0.8 },
      note: `${millions} made in ${took} s.`,
    },
    {
      letter: "h'",
      what: `campaign page with ${millions}`,
      ...after.page,
      ratio: { to: "before", of: after.page.rate / before.page.rate, goal: 0.8 },
    },
  ];
}

async function signAndRead({ site, seconds, rounds }: Pick<Bench, "site" | "seconds" | "rounds">, name: string) {
  const url = `${site.origin}/en/campaigns/${CAMPAIGN}`;
  const [signs, pages] = [[], []] as [Awaited<ReturnType<typeof load>>[], Awaited<ReturnType<typeof load>>[]];
  for (let round = 0; round < rounds; round++) {
    const { form, next } = signerForms(`${name}${round}`);
    signs.push(await load({ url, method: "POST", headers: form, next, seconds, wants: 303 }));
    pages.push(await load({ url, headers: { "accept-encoding": "br" }, seconds: 2, wants: 200 }));
  }
  return { sign: medianOf(signs), page: medianOf(pages) };
}
