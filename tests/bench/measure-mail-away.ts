import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { createDatabase, startPostgres } from "../support/postgres";
import { load } from "./load";
import { type Bench, CAMPAIGN } from "./measure-all";
import { signerForms } from "./signers";
import { startSite } from "./site";
import type { Figure } from "./table";

const DRAIN_LIMIT_MS = 120_000;

/** (i) signing while the mail service hangs beside a running worker, and how fast the queue drains afterwards. */
export async function measureMailAway({ seconds }: Bench): Promise<Figure[]> {
  const mail = await startMailService();
  const cluster = await startPostgres({ durable: true });
  const databaseUrl = await createDatabase(cluster.url(), { name: "bench_mail" });
  const site = await startSite({ databaseUrl, resendUrl: mail.url });
  const worker = site.startWorker();
  try {
    const url = `${site.origin}/en/campaigns/${CAMPAIGN}`;
    const sign = (name: string, lasting: number) => {
      const { form, next } = signerForms(name);
      return load({ url, method: "POST", headers: form, next, seconds: lasting, wants: 303 });
    };
    await sign("warm", 2);
    const well = await sign("well", seconds);
    mail.hang(true);
    const away = await sign("away", seconds);
    const sql = postgres(databaseUrl, { max: 1 });
    const waitingNow = async () => {
      const [row] = await sql<
        { count: number }[]
      >`select count(*)::int from outbox where done_at is null and dead_at is null`;
      return row?.count ?? 0;
    };
    const waiting = await waitingNow();
    const sentBefore = mail.sent();
    mail.hang(false);
    const started = performance.now();
    while ((await waitingNow()) > 0 && performance.now() - started < DRAIN_LIMIT_MS) await sleep(200);
    const drained = (performance.now() - started) / 1_000;
    const left = await waitingNow();
    await sql.end();
    const sent = mail.sent() - sentBefore;
    return [
      { letter: "i0", what: "sign over HTTP with a worker that sends mail", ...well },
      {
        letter: "i",
        what: "sign over HTTP while the mail service hangs",
        ...away,
        ratio: { to: "i0", of: away.rate / well.rate },
      },
      {
        letter: "i'",
        what: "mails sent once it answers again",
        rate: sent / drained,
        median: 0,
        p99: 0,
        faults: left,
        note: `${waiting.toLocaleString("en")} jobs waited when it came back; empty after ${drained.toFixed(1)} s at 10 calls a second.`,
      },
    ];
  } finally {
    mail.hang(false);
    await worker.kill();
    await site.stop();
    await cluster.remove();
    mail.close();
  }
}

/** Speaks as much of the mail service as the worker asks: single mails and batches, and a limit of ten calls a second. */
async function startMailService() {
  let isHanging = false;
  let sent = 0;
  const hung = new Set<() => void>();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    if (isHanging) await new Promise<void>((resolve) => hung.add(resolve));
    const given: unknown = JSON.parse(body);
    const mails = Array.isArray(given) ? given.length : 1;
    sent += mails;
    const ids = Array.from({ length: mails }, (_, place) => ({ id: `mail-${sent}-${place}` }));
    const headers = {
      "content-type": "application/json",
      "ratelimit-limit": "10",
      "ratelimit-remaining": "9",
      "ratelimit-reset": "1",
    };
    response.writeHead(200, headers);
    response.end(JSON.stringify(Array.isArray(given) ? { data: ids } : ids[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    sent: () => sent,
    hang(on: boolean) {
      isHanging = on;
      if (!on) for (const release of hung) release();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
