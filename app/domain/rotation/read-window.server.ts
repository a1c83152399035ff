import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import type { Context } from "../context";
import type { SealedField, SealedTable } from "./sealed-tables";

/** A row with texts that are not under the sealing key. */
export interface OldRow {
  /** The primary key, as text. */
  key: string[];
  /** In the order of the table's fields; null where there is nothing, or nothing old. */
  sealed: (string | null)[];
}

export interface TableWindow {
  old: OldRow[];
  /** How many rows were looked at. */
  rows: number;
  /** The key of the last of them; null at the end of the table. */
  last: string[] | null;
}

/** Looks at the rows that follow `after` in the order of their keys, without a lock. */
export async function readWindow(ctx: Context, table: SealedTable, after: string[] | null): Promise<TableWindow> {
  const keys = table.key.map((column, place) => sql`${column}::text as ${sql.identifier(`k${place}`)}`);
  const fields = table.fields.map(
    (field, place) =>
      sql`case when starts_with(${sealedText(field)}, ${`v1.${ctx.vault.sealingKeyId}.`}) then null else ${sealedText(field)} end as ${sql.identifier(`f${place}`)}`,
  );
  const rows = rowsOf(
    await ctx.db.execute(sql`
      select ${sql.join([...keys, ...fields], sql`, `)} from ${table.table}
      ${after === null ? sql`` : sql`where ${isAfter(table, after)}`}
      order by ${sql.join([...table.key], sql`, `)} limit ${table.rowsAtOnce}`),
  );
  const read = rows.map((row) => ({
    key: table.key.map((_, place) => String(row[`k${place}`])),
    sealed: table.fields.map((_, place) => textOrNull(row[`f${place}`])),
  }));
  return {
    old: read.filter(({ sealed }) => sealed.some((text) => text !== null)),
    rows: read.length,
    last: read.length < table.rowsAtOnce ? null : (read.at(-1)?.key ?? null),
  };
}

/** The sealed text of a field, in SQL. */
export function sealedText({ column, field }: SealedField): SQL {
  return field === undefined ? sql`${column}` : sql`(${column} ->> ${field}::text)`;
}

function isAfter(table: SealedTable, after: string[]): SQL {
  const given = table.key.map((column, place) => sql`${after[place]}::${sql.raw(column.getSQLType())}`);
  return sql`(${sql.join([...table.key], sql`, `)}) > (${sql.join(given, sql`, `)})`;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
