import { expect, test } from "vitest";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { applyFacts } from "~db/congress/apply-facts";
import { isDifferent } from "~db/congress/compare-facts";
import { findStoredFacts } from "~db/congress/stored-facts";
import { connectPostgres } from "~db/connect-postgres";
import { withPostgres } from "../../support/database";
import { lawmakersWith, shipped, shippedWith } from "./shipped";
import { nextCongress } from "./upstream-set";

const pelosi = "P000197";
const now = new Date("2026-12-24T12:00:00Z");
const gone = ["94110", "94111", "94112", "94114"];
/** Members and ZIP codes that are told apart at a glance. */
const version = (number: number) =>
  shippedWith({
    asOf: `2026-11-0${number}`,
    lawmakers: lawmakersWith(pelosi, { phone: `202-225-000${number}` }),
    zipShares: shipped.zipShares.filter(({ zip }) => zip !== gone[number]),
  });

test(
  "of two imports at once one is applied and the other waits, or is told to try again",
  withPostgres(async (database) => {
    const other = connectPostgres(database.url);
    try {
      const ends = await Promise.allSettled([
        applyFacts(database.db, version(1), now),
        applyFacts(other.db, version(2), now),
      ]);
      const applied = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value.after] : []));
      const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
      expect(applied.length).toBeGreaterThan(0);
      for (const reason of refused)
        expect(reason).toMatchObject({ name: "FactsError", message: /somebody else meanwhile/ });
      expect([version(1), version(2)]).toContainEqual((await findStoredFacts(database.db, 119))?.facts);
    } finally {
      await other.close();
    }
  }),
);

test(
  "of two first imports of a Congress, nothing is mixed",
  withPostgres(async (database) => {
    const other = connectPostgres(database.url);
    const next = nextCongress();
    const without = { ...next, zipShares: next.zipShares.filter(({ zip }) => zip !== "94110") };
    try {
      const ends = await Promise.allSettled([applyFacts(database.db, next, now), applyFacts(other.db, without, now)]);
      expect(ends.some((end) => end.status === "fulfilled" && isDifferent(end.value))).toBe(true);
      expect([next, without]).toContainEqual((await findStoredFacts(database.db, 120))?.facts);
    } finally {
      await other.close();
    }
  }),
);

test(
  "who reads while an import commits sees the old facts or the new ones, never a mix",
  withPostgres(async (database) => {
    const other = connectPostgres(database.url);
    const facts = createFactsSource(database.db, { checkEveryMs: 0 });
    const seen = new Set<string>();
    let isOver = false;
    const importing = (async () => {
      for (const number of [1, 2, 3]) await applyFacts(other.db, version(number), now);
      isOver = true;
    })();
    try {
      while (!isOver) {
        await facts.load();
        const [index] = facts.current();
        const phone = index?.lawmakers.get(pelosi)?.phone ?? "";
        const missing = [1, 2, 3].filter((number) => index?.sharesOf(gone[number] ?? "").length === 0);
        seen.add(`${index?.origin.asOf} ${phone} ${missing}`);
      }
      await importing;
      await facts.load();
      expect(facts.current()[0]?.origin.asOf).toBe("2026-11-03");
    } finally {
      await other.close();
    }
    const whole = [1, 2, 3].map((number) => `2026-11-0${number} 202-225-000${number} ${number}`);
    const original = shipped.lawmakers.find(({ bioguide }) => bioguide === pelosi)?.phone;
    for (const one of seen) expect([`${shipped.asOf} ${original} `, ...whole]).toContain(one);
  }),
);
