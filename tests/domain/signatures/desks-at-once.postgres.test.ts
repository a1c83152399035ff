import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createConfirmingDesk } from "~/domain/signatures/confirm-together.server";
import { createSigningTable } from "~/domain/signatures/sign-together.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { connectPostgres } from "~db/connect-postgres";
import { rowsOf } from "~db/rows";
import { consents } from "~db/schema/consents";
import { confirmations, signatures } from "~db/schema/signatures";
import { type PostgresDatabase, type TestContext, withPostgres } from "../../support/database";
import { testContext } from "../../support/test-context";
import {
  inCalifornia,
  listConfirmations,
  listConsents,
  listJobs,
  listSignatures,
  mailedLink,
  openPetition,
} from "./signing";

/** Gives a story as many contexts as there would be web processes, each with connections of its own. */
async function withProcesses(database: PostgresDatabase, number: number, story: (all: TestContext[]) => Promise<void>) {
  const connections = Array.from({ length: number }, () => connectPostgres(database.url, { poolSize: 3 }));
  try {
    await story(connections.map(({ db }) => testContext(db)));
  } finally {
    await Promise.all(connections.map((connection) => connection.close()));
  }
}

/** The same order of chance in every run; a different one for each process. */
const shuffled = <T>(items: T[], by: number) =>
  items.map((item, place) => ({ item, key: (place * 7919 + by * 104_729) % 1_009 })).sort((a, b) => a.key - b.key);

test(
  "four processes that take the forms of the same mailboxes at once: none is lost, none is double, nobody hears of it",
  withPostgres((database, ctx) =>
    withProcesses(database, 4, async (processes) => {
      const people = Array.from({ length: 150 }, (_, number) => number);
      const posts = await Promise.all(
        processes.map(async (process, place) => {
          const { sign } = await openPetition(process, "en", createSigningTable);
          const mine = shuffled([...people, ...people], place).map(({ item }) => item);
          return () =>
            Promise.all(
              mine.map((person, turn) =>
                sign({ email: `p${person}@example.org`, name: (turn + place) % 2 === 0 ? "Ada" : "William" }),
              ),
            );
        }),
      );
      const outcomes = (await Promise.all(posts.map((post) => post()))).flat();
      expect(new Set(outcomes)).toEqual(new Set(["checkInbox"]));

      const rows = await listSignatures(ctx);
      expect(new Set(rows.map(({ mailboxHash }) => mailboxHash)).size).toBe(people.length);
      expect(new Set(rows.map(({ identityHash }) => identityHash)).size).toBe(rows.length);
      const ofConfirmations = (await listConfirmations(ctx)).map(({ signatureId }) => signatureId);
      expect(ofConfirmations.sort()).toEqual(rows.map(({ id }) => id).sort());
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(rows.length);
      expect(await listJobs(ctx)).toHaveLength(rows.length);
    }),
  ),
);

test(
  "four processes at which the same links are pressed at once, in another order at each, confirm each once",
  withPostgres((database, ctx) =>
    withProcesses(database, 4, async (processes) => {
      const { sign, choose } = await openPetition(ctx);
      const choices = await choose({ updates: true });
      const tokens: string[] = [];
      for (let person = 0; person < 60; person++) {
        await sign({ email: `p${person}@example.org` });
        tokens.push((await mailedLink(ctx)).token);
        // A second link of the same signature, which says more.
        await sign({ email: `p${person}@example.org`, choices });
        tokens.push((await mailedLink(ctx)).token);
      }
      const outcomes = await Promise.all(
        processes.map((process, place) => {
          const confirm = createConfirmingDesk(process, inCalifornia);
          return Promise.all(shuffled([...tokens, ...tokens], place).map(({ item }) => confirm(item)));
        }),
      );
      expect(new Set(outcomes.flat().map((outcome) => outcome?.result))).toEqual(new Set(["confirmed"]));
      expect(new Set((await listSignatures(ctx)).map(({ state }) => state))).toEqual(new Set(["confirmed"]));
      const purposes = (await listConsents(ctx)).map(({ purpose }) => purpose);
      expect(purposes.filter((purpose) => purpose === "petition")).toHaveLength(120);
      expect(purposes.filter((purpose) => purpose === "newsletter")).toHaveLength(60);
    }),
  ),
);

test(
  "two hundred presses of one link at a desk confirm once",
  withPostgres(async (_, ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    const confirm = createConfirmingDesk(ctx, inCalifornia);
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => confirm(token)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ result: "confirmed" });
    expect(await listConsents(ctx)).toHaveLength(1);
  }),
);

test(
  "a link that is pressed while its signature is being withdrawn brings no consent back",
  withPostgres((database, ctx) =>
    withProcesses(database, 2, async ([withdrawing, confirming]) => {
      if (!withdrawing || !confirming) throw new Error("There are no processes.");
      const { sign, choose, partners } = await openPetition(ctx);
      await sign();
      const first = await mailedLink(ctx);
      ctx.clock.advance(1_000);
      await sign({ choices: await choose({ updates: true, partners: partners.map(({ slug }) => slug) }) });
      const second = await mailedLink(ctx);
      const confirm = createConfirmingDesk(confirming, inCalifornia);
      await confirm(first.token);

      let pressed: ReturnType<typeof confirm> | undefined;
      await withdrawing.db.transaction(async (db) => {
        await withdrawByToken({ ...withdrawing, db }, first.token, { locale: "en", gpc: false });
        pressed = confirm(second.token);
        await untilSomebodyWaits(ctx);
      });
      expect(await pressed).toBeNull();
      expect(await listSignatures(ctx)).toMatchObject([{ state: "withdrawn" }]);
      const yeses = await ctx.db.select().from(consents).where(eq(consents.granted, true));
      expect(yeses.map(({ purpose }) => purpose)).toEqual(["petition"]);
    }),
  ),
);

test(
  "a link that is pressed while its signature is being deleted is told to lead nowhere",
  withPostgres((database, ctx) =>
    withProcesses(database, 2, async ([deleting, confirming]) => {
      if (!deleting || !confirming) throw new Error("There are no processes.");
      const { sign } = await openPetition(ctx);
      await sign();
      const { token } = await mailedLink(ctx);
      const confirm = createConfirmingDesk(confirming, inCalifornia);
      let pressed: ReturnType<typeof confirm> | undefined;
      await deleting.db.transaction(async (db) => {
        await db.select().from(confirmations).for("update");
        pressed = confirm(token);
        await untilSomebodyWaits(ctx);
        await db.delete(signatures);
      });
      expect(await pressed).toBeNull();
      expect(await listConsents(ctx)).toEqual([]);
    }),
  ),
);

async function untilSomebodyWaits({ db }: TestContext) {
  const waiting = async () =>
    rowsOf(await db.execute(sql`select pid from pg_stat_activity where wait_event_type = 'Lock'`)).length;
  await expect.poll(waiting, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
}
