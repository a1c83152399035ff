import { spawnSync } from "node:child_process";
import path from "node:path";
import { type SQL, sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { connectPostgres } from "~db/connect-postgres";
import { rowsOf } from "~db/rows";
import { faults } from "../support/fake-resend";
import { confirmationCode, confirmationLink, stopLink } from "../support/mail-links";
import { createDatabase, dropDatabase } from "../support/postgres";
import { getPostgres } from "../support/postgres-programs";
import { bounce, mailEvent, signedHeaders, webhookSecret } from "../support/resend-events";
import { type RunningServer, runServer } from "../support/run-server";
import { startOfTests } from "../support/seeded";
import { type Canary, findCanaries, spellings } from "../support/spellings";

const campaign = "/en/campaigns/privacy-for-all";
const network = "203.0.113.77";
const zip = "00417";
const domain = "qqkanarienvogel.example";

const people: Canary[] = [
  { what: "a name", text: "Zyxwvut Qqkanarien" },
  { what: "a surname", text: "Qqkanarien" },
  { what: "a name in Arabic", text: "كناري أصفر" },
  { what: "a domain", text: domain },
  { what: "an address", text: "zyxwvut" },
  { what: "the network", text: network },
  { what: "the network in IPv6", text: "2001:db8:7:abcd" },
  { what: "the ZIP code", text: zip, isShort: true },
];

/** The bytes of both kinds of dump, neither of them compressed. */
function dump(url: string): Buffer {
  const program = path.join(getPostgres(), "pg_dump");
  const dumps = [["--format=plain"], ["--format=custom", "-Z0"]].map((options) => {
    const { status, stdout, stderr } = spawnSync(program, [...options, url], { maxBuffer: 2 ** 30 });
    if (status !== 0) throw new Error(`pg_dump failed: ${stderr}`);
    return stdout;
  });
  return Buffer.concat(dumps);
}

test("the raw dump of a database, and the logs, name nobody at any moment of a signature's life", async () => {
  const databaseUrl = await createDatabase(inject("postgres").adminUrl);
  const database = connectPostgres(databaseUrl);
  const env = {
    RESEND_WEBHOOK_SECRET: webhookSecret,
    TRUSTED_PROXIES: "loopback",
    LOG_LEVEL: "debug",
  };
  const started = performance.now();
  let shift = 0;
  const now = () => new Date(startOfTests.getTime() + performance.now() - started + shift);
  let server: RunningServer | undefined;
  try {
    server = await runServer({ databaseUrl, env });
    const { fetch, resend, web, worker, mailTo } = server;
    if (!resend || !worker) throw new Error("On PostgreSQL there is a mail service and a worker.");
    const secrets: Canary[] = [];
    const expectNothing = () => {
      const canaries = [...people, ...secrets];
      const bytes = dump(databaseUrl);
      expect(bytes.includes("privacy-for-all"), "It is a dump of this database.").toBe(true);
      expect(findCanaries(bytes, canaries)).toEqual([]);
      const logs = Buffer.from(web.output() + worker.output());
      expect(findCanaries(logs, canaries), "In the logs.").toEqual([]);
    };
    const post = (url: string, body: Record<string, string>, from = network) =>
      fetch(url, { method: "POST", body: new URLSearchParams(body), headers: { "x-forwarded-for": from } });
    const sign = (email: string, name = "Zyxwvut Qqkanarien", more: Record<string, string> = {}) =>
      post(campaign, { name, email: `${email}@${domain}`, country: "US", postalCode: zip, updates: "yes", ...more });
    const pathOf = (link: string) => {
      secrets.push({ what: "a mailed secret", text: link.split("/").at(-1) ?? "" });
      return new URL(link).pathname;
    };
    let events = 0;
    const tell = async (body: string) => {
      const headers = signedHeaders(body, { at: now(), id: `msg_${++events}` });
      expect((await fetch("/webhooks/resend", { method: "POST", body, headers })).status).toBe(200);
    };
    await server.setClock(now());

    // Forms, good and bad, while the mail service does not answer: the rendered mails wait.
    resend.fail(faults.serverError);
    expect((await sign("Zyxwvut")).status).toBe(303);
    expect((await sign("zyxwvut", "كناري أصفر")).status).toBe(303);
    expect((await sign("zyxwvut", "Third Qqkanarien")).status, "The mailbox is full.").toBe(303);
    expect((await sign("zyxwvut.faulty@", "Zyxwvut Qqkanarien")).status).toBe(422);
    expect((await sign("zyxwvut.six", undefined, {})).status).toBe(303);
    expect(
      (
        await post(
          campaign,
          { name: "Six Qqkanarien", email: `zyxwvut.v6@${domain}`, country: "KE" },
          "2001:db8:7:abcd::1",
        )
      ).status,
    ).toBe(303);
    await expectRows(database, sql`select id from outbox where state_sealed is not null`);
    expectNothing();

    // An hour later the mails arrive; one person confirms by the link, one by the code, one not at all.
    shift += 3_600_000;
    await server.setClock(now());
    const link = pathOf(confirmationLink(await mailTo(`Zyxwvut@${domain}`)));
    const v6 = await mailTo(`zyxwvut.v6@${domain}`);
    const code = confirmationCode(v6);
    secrets.push({ what: "a mailed code", text: code, isShort: true });
    expect((await fetch(link)).status).toBe(200);
    expectNothing();
    expect((await post(link, { intent: "confirm" })).status).toBe(303);
    const typed = { intent: "code", email: `zyxwvut.v6@${domain}`, code };
    expect(
      (await post(`${campaign}/check-inbox`, { ...typed, code: code === "000000" ? "000001" : "000000" })).status,
    ).toBe(422);
    expect((await post(`${campaign}/check-inbox`, typed)).status).toBe(303);
    expect((await post(`${campaign}/check-inbox`, { intent: "resend", email: `zyxwvut.six@${domain}` })).status).toBe(
      303,
    );
    expect((await sign("Zyxwvut")).status, "A second time.").toBe(303);
    expectNothing();

    // Mail comes back, a reader complains, another one wants no more mail, and a third takes the signature back.
    await tell(mailEvent("email.bounced", `zyxwvut.six@${domain}`, bounce()));
    await tell(mailEvent("email.complained", `Zyxwvut Qqkanarien <zyxwvut.v6@${domain}>`));
    const stop = pathOf(stopLink(v6));
    expect((await post(stop, {})).status).toBeLessThan(400);
    expect((await post(link, { intent: "withdraw" })).status).toBeLessThan(400);
    expectNothing();

    // More from one network than a family signs, a mail that is refused for good, and a fault of ours.
    resend.fail({ answer: { status: 422, name: "validation_error" } });
    for (let place = 0; place < 40; place++) {
      expect((await sign(`zyxwvut.many${place}`)).status).toBe(303);
    }
    await expectRows(database, sql`select id from signatures where network_hash is not null and held_at is not null`);
    await expectRows(database, sql`select day from network_keys`);
    expectNothing();
    await database.db.execute(sql`alter table confirmations add constraint broken check (country <> 'AQ')`);
    expect((await sign("zyxwvut.fault", undefined, { country: "AQ" })).status).toBe(500);
    expect(web.output(), "The fault is in the log.").toContain('"event":"fault"');
    expectNothing();
  } finally {
    await server?.stop();
    await database.close();
    await dropDatabase(databaseUrl);
  }
}, 180_000);

test("what does stand in a database is found in its dump, however it is spelt", async () => {
  const databaseUrl = await createDatabase(inject("postgres").adminUrl);
  const database = connectPostgres(databaseUrl);
  try {
    await database.db.execute(sql`create table leaks (spelt text)`);
    for (const { what, text, isShort } of people.filter(({ what: one }) => /a name|ZIP/.test(one))) {
      for (const { how, spelt } of isShort ? [{ how: "plain", spelt: text }] : spellings(text)) {
        // A database in UTF-8 holds no NUL, and a dump doubles the backslashes by itself.
        if (/UTF-16|in a dump/.test(how)) continue;
        await database.db.execute(sql`truncate leaks`);
        await database.db.execute(sql`insert into leaks values (${Buffer.from(spelt, "latin1").toString("utf8")})`);
        expect(findCanaries(dump(databaseUrl), people), `${what}, ${how}`).not.toEqual([]);
      }
    }
  } finally {
    await database.close();
    await dropDatabase(databaseUrl);
  }
}, 120_000);

/** Waits until a query finds something, so that the dump after it holds what it is to hold. */
async function expectRows({ db }: ReturnType<typeof connectPostgres>, query: SQL) {
  await expect.poll(async () => rowsOf(await db.execute(query)).length, { timeout: 20_000 }).toBeGreaterThan(0);
}
