import postgres from "postgres";
import { expect, test } from "vitest";
import { createDatabase, startPostgres } from "./postgres";

async function query(url: string, work: (client: postgres.Sql) => Promise<unknown>) {
  const client = postgres(url, { max: 1, connect_timeout: 2 });
  try {
    return await work(client);
  } finally {
    await client.end({ timeout: 1 });
  }
}

test("a server that stops or crashes comes back on the same address with what was committed", async () => {
  const cluster = await startPostgres({ durable: true });
  try {
    const url = await createDatabase(cluster.url());
    await query(url, (client) => client`create table kept (word text)`);
    for (const how of ["orderly", "crash"] as const) {
      await query(url, (client) => client`insert into kept values (${how})`);
      await cluster.stop(how);
      await expect(query(url, (client) => client`select 1`)).rejects.toThrow("ECONNREFUSED");
      await cluster.start();
    }
    expect(await query(url, (client) => client`select word from kept`)).toEqual([
      { word: "orderly" },
      { word: "crash" },
    ]);
  } finally {
    await cluster.remove();
  }
});
