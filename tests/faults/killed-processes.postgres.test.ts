import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresCluster, startPostgres } from "../support/postgres";
import { describeTally, expectNothingLost, type FaultRun, faultCount, printFaultTable, runFaults } from "./fault-run";
import { newestLease } from "./tally";

const KILLS = faultCount(20);

let cluster: PostgresCluster;
beforeAll(async () => {
  cluster = await startPostgres({ durable: true });
});
afterAll(() => cluster?.remove());

test(
  "whenever web servers and workers are killed, nothing that was acknowledged is lost, doubled or mailed twice",
  async () => {
    const met = { web: 0, webInMidWork: 0, worker: 0, workerInMidWork: 0 };
    const run = await runFaults(cluster, 12, async (under) => {
      await Promise.all([
        killAgain(Math.ceil(KILLS / 2), async () => {
          met.webInMidWork += await killWeb(under);
          met.web++;
        }),
        killAgain(Math.floor(KILLS / 2), async () => {
          met.workerInMidWork += await killWorker(under);
          met.worker++;
        }),
      ]);
    });
    const requests = run.site.resend.requests;
    const repeated = requests.length - new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size;
    printFaultTable("Web servers and workers killed with SIGKILL", {
      "web servers killed": `${met.web}, ${met.webInMidWork} of them with requests under way`,
      "workers killed": `${met.worker}, ${met.workerInMidWork} of them with jobs in hand`,
      "calls of the mail service": `${requests.length}, ${requests.filter(({ status }) => status !== 200).length} of them failed, ${repeated} repeated`,
      ...describeTally(run),
    });
    expectNothingLost(run);
    expect(met.web + met.worker).toBe(KILLS);
    expect(met.webInMidWork).toBeGreaterThan(met.web / 2);
    expect(met.workerInMidWork).toBeGreaterThan(met.worker / 4);
  },
  180_000 + KILLS * 10_000,
);

async function killAgain(times: number, kill: () => Promise<void>) {
  for (let time = 0; time < times; time++) await kill();
}

/** @returns 1 when requests that were under way got no answer */
async function killWeb({ site, crowd }: FaultRun): Promise<number> {
  await site.untilReady();
  const before = crowd.signed.size;
  while (crowd.signed.size < before + 5) await sleep(10);
  await sleep(Math.random() * 500);
  while (crowd.underWay() === 0) await nextTurn();
  const brokenBefore = crowd.statuses.get(0) ?? 0;
  const underWay = crowd.underWay();
  await site.restart("web");
  // Those that were under way, and not only those that met nobody afterwards, got no answer.
  await nextTurn();
  return underWay > 0 && (crowd.statuses.get(0) ?? 0) > brokenBefore ? 1 : 0;
}

/** @returns 1 when the worker held jobs that nobody else had held before it */
async function killWorker({ site, db }: FaultRun): Promise<number> {
  const before = await newestLease(db);
  const deadline = Date.now() + 20_000;
  while ((await newestLease(db)) <= before && Date.now() < deadline) await sleep(10);
  // Early, while mails are written, or late, while calls are made and recorded.
  await sleep(Math.random() * (Math.random() < 0.5 ? 150 : 1_500));
  await site.worker.kill();
  const wasBusy = (await newestLease(db)) > before;
  await site.restart("worker");
  return wasBusy ? 1 : 0;
}
