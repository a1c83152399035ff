import { createDatabase, startPostgres } from "../support/postgres";
import { measureEmbedded } from "./measure-embedded";
import { measureExports } from "./measure-exports";
import { measureLargeDatabase } from "./measure-large-database";
import { measureLawmakers } from "./measure-lawmakers";
import { measureMailAway } from "./measure-mail-away";
import { measureNumbers } from "./measure-numbers";
import { measurePages } from "./measure-pages";
import { measureRollUp } from "./measure-roll-up";
import { measureSigning } from "./measure-signing";
import { startSite } from "./site";
import type { Figure } from "./table";

export interface Bench {
  /** Of the PostgreSQL database that the site under test uses. */
  databaseUrl: string;
  site: Awaited<ReturnType<typeof startSite>>;
  /** How long each load runs in each round. */
  seconds: number;
  rounds: number;
  /** Signatures of the large database. */
  largeRows: number;
}

/** The campaign that everything is measured on. */
export const CAMPAIGN = "privacy-for-all";

const parts = {
  pages: measurePages,
  signing: measureSigning,
  rollup: measureRollUp,
  mail: measureMailAway,
  large: measureLargeDatabase,
  embedded: () => measureEmbedded(),
  lawmakers: measureLawmakers,
  numbers: measureNumbers,
  exports: measureExports,
};

/** @param only names of `parts`; all without it */
export async function measureAll({ isShort, only }: { isShort: boolean; only: string[] | null }): Promise<Figure[]> {
  const cluster = await startPostgres({ durable: true });
  const databaseUrl = await createDatabase(cluster.url(), { name: "bench" });
  const site = await startSite({ databaseUrl });
  const bench = { databaseUrl, site, seconds: isShort ? 2 : 8, rounds: 3, largeRows: isShort ? 300_000 : 10_000_000 };
  try {
    const figures: Figure[] = [];
    for (const [name, measure] of Object.entries(parts)) {
      if (only !== null && !only.includes(name)) continue;
      console.log(`Measuring: ${name} …`);
      figures.push(...(await measure(bench)));
    }
    return figures;
  } finally {
    await site.stop();
    await cluster.remove();
  }
}
