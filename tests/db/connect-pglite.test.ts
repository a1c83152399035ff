import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connectPglite } from "~db/connect-pglite";
import { DataDirInUseError } from "~db/data-dir-lock";
import { rowsOf } from "~db/rows";

test("the embedded database is open once only, and keeps what was written", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "privacy-for-all-pglite-"));
  try {
    const first = await connectPglite(folder);
    await first.db.execute(sql`create table kept (word text)`);
    await first.db.execute(sql`insert into kept values ('here')`);
    await expect(connectPglite(folder)).rejects.toThrow(DataDirInUseError);
    await first.close();

    const second = await connectPglite(folder);
    expect(rowsOf(await second.db.execute(sql`select word from kept`))).toEqual([{ word: "here" }]);
    await second.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
