import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import type { Context } from "../context";
import { sealedText } from "./read-window.server";
import type { SealedTable } from "./sealed-tables";

/** A row whose texts were sealed anew. */
export interface ResealedRow {
  key: string[];
  /** In the order of the table's fields; null where nothing changes. */
  texts: ({ old: string; fresh: string } | null)[];
}

/**
 * Puts texts that were sealed anew in place of the old ones, in one statement that is a transaction of its own. A text
 * that is not the old one any more stays, and a row that somebody holds is passed over: rotation waits for nobody.
 * @returns how many texts of each field were replaced
 */
export async function writeResealed(ctx: Context, table: SealedTable, rows: ResealedRow[]): Promise<number[]> {
  if (rows.length === 0) return table.fields.map(() => 0);
  const given = JSON.stringify(
    rows.map(({ key, texts }) => ({
      ...Object.fromEntries(key.map((part, place) => [`k${place}`, part])),
      ...Object.fromEntries(
        texts.flatMap((text, place) =>
          text
            ? [
                [`o${place}`, text.old],
                [`n${place}`, text.fresh],
              ]
            : [],
        ),
      ),
    })),
  );
  const names = [
    ...table.key.map((_, place) => `k${place}`),
    ...table.fields.flatMap((_, place) => [`o${place}`, `n${place}`]),
  ];
  const columns = sql.join(
    names.map((name) => sql`${sql.identifier(name)} text`),
    sql`, `,
  );
  const isRow = sql.join(
    table.key.map((column, place) => sql`${column} = ${newest(`k${place}`)}::${sql.raw(column.getSQLType())}`),
    sql` and `,
  );
  const isUnchanged = table.fields.map((field, place) => sql`${sealedText(field)} = ${newest(`o${place}`)}`);
  const isAnyUnchanged = sql`(${sql.join(isUnchanged, sql` or `)})`;
  const replaced = table.fields.map(
    (field, place) =>
      sql`coalesce(${sealedText(field)} = ${newest(`n${place}`)}, false) as ${sql.identifier(`d${place}`)}`,
  );
  const done = rowsOf(
    await ctx.db.execute(sql`
      with given as materialized (select * from jsonb_to_recordset((${given}::text)::jsonb) as given(${columns})),
      held as materialized (
        select given.* from ${table.table} join given on ${isRow}
        where ${isAnyUnchanged}
        order by ${sql.join([...table.key], sql`, `)}
        for update of ${table.table} skip locked
      )
      update ${table.table} set ${assignments(table)} from held as given
      where ${isRow} and ${isAnyUnchanged}
      returning ${sql.join(replaced, sql`, `)}`),
  );
  return table.fields.map((_, place) => done.filter((row) => row[`d${place}`] === true).length);
}

/** The columns with each old text replaced; two fields of one JSON column are replaced one after the other. */
function assignments(table: SealedTable): SQL {
  const values = new Map<string, SQL>();
  for (const [place, field] of table.fields.entries()) {
    const { column } = field;
    const before = values.get(column.name) ?? sql`${column}`;
    const fresh = newest(`n${place}`);
    const after =
      field.field === undefined ? fresh : sql`jsonb_set(${before}, array[${field.field}::text], to_jsonb(${fresh}))`;
    values.set(
      column.name,
      sql`case when ${sealedText(field)} = ${newest(`o${place}`)} then ${after} else ${before} end`,
    );
  }
  return sql.join(
    [...values].map(([name, value]) => sql`${sql.identifier(name)} = ${value}`),
    sql`, `,
  );
}

const newest = (name: string) => sql`${sql.identifier("given")}.${sql.identifier(name)}`;
