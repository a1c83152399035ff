import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { findOffices } from "~/domain/lawmakers/find-offices";
import type { Database } from "~db/database";
import { congressFacts, lawmakers } from "~db/schema/congress";
import { withContext } from "../../support/database";

const phoneOf = (index: ReturnType<ReturnType<typeof createFactsSource>["current"]>) =>
  index[0] && findOffices(index[0], { state: "CA", district: 11 })?.house?.lawmaker?.phone;

async function changePhone(db: Database) {
  await db.update(lawmakers).set({ phone: "202-225-0000" }).where(eq(lawmakers.bioguide, "P000197"));
  await db.update(congressFacts).set({ revision: sql`${congressFacts.revision} + 1` });
}

test(
  "the facts answer from memory, and follow the database when it has changed",
  withContext(async ({ db }) => {
    const source = createFactsSource(db, { checkEveryMs: 0 });
    await source.load();
    const before = phoneOf(source.current());
    await source.load();
    await changePhone(db);

    expect(phoneOf(source.current())).toBe(before);
    // The question above asked the database in the background; this waits for the same answer.
    await source.load();
    await source.load();
    expect(phoneOf(source.current())).toBe("202-225-0000");
    await source.load();
  }),
);

test(
  "facts that have not changed are not read again",
  withContext(async ({ db }) => {
    const source = createFactsSource(db, { checkEveryMs: 60_000 });
    await source.load();
    const before = source.current();
    await source.load();

    expect(source.current()).toBe(before);
  }),
);

test(
  "before the first reading there are no facts, and asking starts it",
  withContext(async ({ db }) => {
    const source = createFactsSource(db);
    expect(source.current()).toEqual([]);
    await source.load();

    expect(source.current()).toHaveLength(1);
  }),
);

test(
  "while the database is away the old facts stay",
  withContext(async ({ db }) => {
    const faults: unknown[] = [];
    let isAway = false;
    const flaky = new Proxy(db, {
      get(target, name, receiver) {
        if (isAway) throw new Error("connection refused");
        return Reflect.get(target, name, receiver);
      },
    });
    const source = createFactsSource(flaky, { checkEveryMs: 0, onError: (error) => faults.push(error) });
    await source.load();
    const before = phoneOf(source.current());
    await source.load();
    isAway = true;

    expect(phoneOf(source.current())).toBe(before);
    await expect(source.load()).rejects.toThrow("connection refused");
    expect(phoneOf(source.current())).toBe(before);
    await new Promise((resolve) => setImmediate(resolve));
    expect(faults.length).toBeGreaterThan(0);
  }),
);
