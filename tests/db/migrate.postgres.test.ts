import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { isMigrated } from "~db/migrate";
import { rowsOf } from "~db/rows";
import { startProcess } from "../support/child-process";
import { withEmptyPostgres } from "../support/database";

test(
  "four processes that start at once migrate and seed one after the other",
  withEmptyPostgres(async ({ url, db }) => {
    await db.execute(
      sql`create table turns (id int generated always as identity, began timestamptz, ended timestamptz)`,
    );
    const processes = Array.from({ length: 4 }, () => startProcess("tests/db/programs/migrate.ts", [url], {}));
    await Promise.all(processes.map((each) => each.end()));

    expect(await isMigrated(db)).toBe(true);
    const overlaps = sql`select 1 from turns a join turns b on a.id < b.id and a.began < b.ended and b.began < a.ended`;
    expect(rowsOf(await db.execute(overlaps))).toEqual([]);
    expect(rowsOf(await db.execute(sql`select count(*)::int as n from turns where ended is not null`))).toEqual([
      { n: 4 },
    ]);
  }),
);
