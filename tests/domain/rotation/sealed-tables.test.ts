import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { jobs } from "~/domain/outbox/jobs";
import { nameOfField, sealedTables } from "~/domain/rotation/sealed-tables";

const schema = fileURLToPath(new URL("../../../db/schema", import.meta.url));

async function tablesOfSchema(): Promise<PgTable[]> {
  const files = readdirSync(schema).filter((file) => file.endsWith(".ts"));
  const modules: Record<string, unknown>[] = await Promise.all(files.map((file) => import(`${schema}/${file}`)));
  return modules.flatMap((module) => Object.values(module)).filter((value) => is(value, PgTable));
}

test("every sealed column and every sealed field of a job is rotated, and nothing else", async () => {
  const columns = (await tablesOfSchema()).flatMap((table) => {
    const { name, columns: all } = getTableConfig(table);
    return all.filter((column) => column.name.endsWith("_sealed")).map((column) => `${name}.${column.name}`);
  });
  const payloads = Object.values(jobs).flatMap(({ payload }) =>
    Object.keys(payload.shape)
      .filter((field) => field.endsWith("Sealed"))
      .map((field) => `outbox.payload.${field}`),
  );
  const rotated = sealedTables.flatMap((table) => table.fields.map((field) => nameOfField(table, field)));
  expect(columns.length).toBeGreaterThan(5);
  expect(payloads.length).toBeGreaterThan(0);
  expect([...rotated].sort()).toEqual([...new Set([...columns, ...payloads])].sort());
});

test("rows are gone through by the whole primary key of their table", () => {
  for (const { name, table, key } of sealedTables) {
    const config = getTableConfig(table);
    const primary = config.primaryKeys[0]?.columns ?? config.columns.filter((column) => column.primary);
    expect(config.name).toBe(name);
    expect(key.map((column) => column.name)).toEqual(primary.map((column) => column.name));
  }
});
