import { expect, inject, test } from "vitest";
import { connectPostgres } from "~db/connect-postgres";
import { auditLog } from "~db/schema/audit";
import { startProcess } from "../support/child-process";
import { confirmationLink } from "../support/mail-links";
import { createDatabase, dropDatabase } from "../support/postgres";
import { type RunningServer, runServer } from "../support/run-server";
import { startOfTests } from "../support/seeded";

const campaign = "/en/campaigns/privacy-for-all";
const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
const [lookup, old, fresh] = [`lookup:${key(1)}`, `k1:${key(2)}`, `k2:${key(3)}`];

const sign = (server: RunningServer, email: string) =>
  server.fetch(campaign, {
    method: "POST",
    body: new URLSearchParams({ name: "Ada Lovelace", email, country: "US", postalCode: "94110" }),
  });

test("keys are changed while people sign and confirm, and the old one is needed no more", async () => {
  const databaseUrl = await createDatabase(inject("postgres").adminUrl);
  const database = connectPostgres(databaseUrl);
  let runs = 0;
  const run = async (...keys: string[]) => {
    const server = await runServer({ databaseUrl, env: { PII_KEYS: keys.join(",") } });
    // Each start sets the clock back to where all tests begin; the petition opened a little later.
    await server.setClock(new Date(startOfTests.getTime() + ++runs * 3_600_000));
    return server;
  };
  let server = await run(lookup, old);
  try {
    expect(server.web.output(), "This server of the tests risks what it keeps.").toContain('"setting":"fsync=off"');
    expect((await sign(server, "before@example.org")).status).toBe(303);
    const link = new URL(confirmationLink(await server.mailTo("before@example.org"))).pathname;
    await server.stop();

    server = await run(lookup, fresh, old);
    const env = {
      DATABASE_URL: databaseUrl,
      PII_KEYS: [lookup, fresh, old].join(","),
      PUBLIC_ORIGIN: server.origin,
      SESSION_SECRET: key(4),
      EMAIL_FROM: "a@b.example",
      RESEND_API_KEY: "re_none",
    };
    const command = startProcess("app/commands/rotate-keys.command.ts", ["--by", "Ada"], env);
    const ended = command.end();
    for (let signer = 0; signer < 20; signer++)
      expect((await sign(server, `during${signer}@example.org`)).status).toBe(303);
    await ended;
    expect(command.output()).toMatch(/^signatures\.name_sealed +1 sealed anew$/m);
    expect(command.output()).toContain("Nothing is left under old keys.");
    expect(command.output()).toMatch(/take out of PII_KEYS: k1\.$/m);
    expect(await database.db.select().from(auditLog)).toMatchObject([
      { actor: "Ada", action: "keys.rotate", facts: { keyId: "k2", left: 0, isComplete: true } },
    ]);
    await server.stop();

    server = await run(lookup, fresh);
    expect((await server.fetch(link)).status).toBe(200);
    const confirmed = await server.fetch(link, { method: "POST", body: new URLSearchParams({ intent: "confirm" }) });
    expect(confirmed.headers.get("location")).toContain("zip=94110");
    expect((await sign(server, "before@example.org")).status, "Found again by its hash.").toBe(303);
    await server.mailTo("before@example.org", ({ text }) => !text.includes("/confirm/"));
  } finally {
    await server.stop();
    await database.close();
    await dropDatabase(databaseUrl);
  }
}, 180_000);
