import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type PostgresCluster, startPostgres } from "../support/postgres";
import { runServer } from "../support/run-server";
import { describeTally, expectNothingLost, faultCount, printFaultTable, runFaults } from "./fault-run";
import { layLine } from "./faulty-line";

/** A stop of the database takes longer than one of a process, and shows the same each time. */
const STOPS = Math.ceil(faultCount(20) / 5);
/** A statement of a server that lives ends within fifteen seconds; one that is silent for twenty is given up. */
const BOUND_MS = 35_000;
const signUrl = "/en/campaigns/privacy-for-all";

let cluster: PostgresCluster;
beforeAll(async () => {
  cluster = await startPostgres({ durable: true });
});
afterAll(() => cluster?.remove());

test(
  "whenever the database is killed, people are told so, and web server and worker go on by themselves",
  async () => {
    let stopsInMidWork = 0;
    let processesEnded = 0;
    const run = await runFaults(cluster, 12, async ({ site, crowd }) => {
      for (let stop = 0; stop < STOPS; stop++) {
        const before = crowd.signed.size;
        while (crowd.signed.size < before + 30) await sleep(10);
        await sleep(Math.random() * 500);
        while (crowd.underWay() === 0) await nextTurn();
        stopsInMidWork++;
        await cluster.stop(stop % 3 === 2 ? "orderly" : "crash");
        await sleep(300 + Math.random() * 1_500);
        await cluster.start();
        await site.untilReady();
      }
      processesEnded = [site.web, site.worker].filter((process) => process.hasEnded()).length;
    });
    printFaultTable("PostgreSQL killed and started again", {
      "stops of the database": `${STOPS}, ${stopsInMidWork} of them with requests under way`,
      "processes that ended": processesEnded,
      ...describeTally(run),
    });
    expectNothingLost(run);
    expect(run.crowd.statuses.get(0) ?? 0, "No connection broke: only the database was away.").toBe(0);
    expect(run.crowd.longestMs()).toBeLessThan(BOUND_MS);
    expect(stopsInMidWork).toBe(STOPS);
    expect(run.crowd.statuses.get(503) ?? 0).toBeGreaterThan(STOPS);
    expect(processesEnded).toBe(0);
  },
  180_000 + STOPS * 15_000,
);

test("while the database is cut off and says nothing at all, every request is answered, and all recovers by itself", async () => {
  const line = await layLine(await createDatabase(cluster.url()));
  const server = await runServer({ databaseUrl: line.url });
  const sign = (person: number) => {
    const body = new URLSearchParams({ name: "Ada Lovelace", email: `silent-${person}@example.org`, country: "KE" });
    return server.fetch(signUrl, { method: "POST", body, signal: AbortSignal.timeout(BOUND_MS) });
  };
  try {
    expect((await sign(0)).status).toBe(303);
    line.become("swallows");
    const answers = await Promise.all(Array.from({ length: 40 }, (_, person) => sign(person + 1)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(answers.every((answer) => /^\d+$/.test(answer.headers.get("retry-after") ?? ""))).toBe(true);
    expect((await server.fetch("/readyz", { signal: AbortSignal.timeout(BOUND_MS) })).status).toBe(503);

    line.become("passes");
    line.reset();
    const deadline = Date.now() + 30_000;
    while ((await sign(100)).status !== 303) {
      if (Date.now() > deadline) throw new Error(`It did not recover.\n${server.web.output()}`);
      await sleep(200);
    }
    await server.mailTo("silent-100@example.org");
  } finally {
    await server.stop();
    await line.close();
  }
}, 120_000);
