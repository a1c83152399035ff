import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connectPostgres } from "~db/connect-postgres";
import { listDurabilityRisks } from "~db/durability";
import { withEmptyPostgres } from "../support/database";
import { createDatabase, startPostgres } from "../support/postgres";

async function risksOf(url: string): Promise<string[]> {
  const connection = connectPostgres(url, { poolSize: 1 });
  try {
    return (await listDurabilityRisks(connection.db)).map(({ setting }) => setting);
  } finally {
    await connection.close();
  }
}

test(
  "each setting under which acknowledged data may be lost is named with what is lost",
  withEmptyPostgres(async ({ db }) => {
    const risks = await listDurabilityRisks(db);
    expect(risks.map(({ setting }) => setting)).toEqual([
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
    ]);
    for (const { risk } of risks) expect(risk).toMatch(/power cut|crash/);
  }),
);

test("a server as it comes is without risk, until it is told otherwise for one database", async () => {
  const cluster = await startPostgres({ durable: true });
  try {
    const url = await createDatabase(cluster.url(), { name: "kept" });
    expect(await risksOf(url)).toEqual([]);
    const admin = connectPostgres(cluster.url(), { poolSize: 1 });
    await admin.db.execute(sql`alter database kept set synchronous_commit = local`);
    expect(await risksOf(url), "Written to this server's own disk.").toEqual([]);
    await admin.db.execute(sql`alter database kept set synchronous_commit = off`);
    await admin.close();
    expect(await risksOf(url)).toEqual(["synchronous_commit=off"]);
  } finally {
    await cluster.remove();
  }
});
