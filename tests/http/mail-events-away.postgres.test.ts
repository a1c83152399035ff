import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createDatabase, startPostgres } from "../support/postgres";
import { mailEvent, signedHeaders, webhookSecret } from "../support/resend-events";
import { type RunningServer, runServer } from "../support/run-server";
import { startOfTests } from "../support/seeded";

const RECOVERY_MS = 30_000;

test("while the database is away an event is put off, and taken when it comes again", async () => {
  const cluster = await startPostgres({ durable: true });
  try {
    await cluster.start();
    const databaseUrl = await createDatabase(cluster.url(), { name: "away" });
    const server = await runServer({ databaseUrl, env: { RESEND_WEBHOOK_SECRET: webhookSecret } });
    try {
      await server.setClock(startOfTests);
      await cluster.stop("crash");
      const away = await complain(server);
      expect(away.status).toBe(503);
      expect(away.headers.get("retry-after")).toMatch(/^\d+$/);

      await cluster.start();
      await untilReady(server);
      expect(await (await complain(server)).json()).toEqual({ status: "taken" });
      expect(await (await complain(server)).json()).toEqual({ status: "known" });
    } finally {
      await server.stop();
    }
  } finally {
    await cluster.remove();
  }
});

/** Sends the same event, as the mail service does until it is taken. */
function complain(server: RunningServer): Promise<Response> {
  const body = mailEvent("email.complained", "ada@example.org");
  return server.fetch("/webhooks/resend", { method: "POST", body, headers: signedHeaders(body, { at: startOfTests }) });
}

async function untilReady(server: RunningServer) {
  const deadline = Date.now() + RECOVERY_MS;
  while ((await server.fetch("/readyz")).status !== 200) {
    if (Date.now() > deadline) throw new Error(`The server did not recover.\n${server.web.output()}`);
    await sleep(100);
  }
}
