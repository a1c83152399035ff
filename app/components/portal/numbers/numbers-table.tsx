import type { ColumnKey, NumbersTable as Table } from "~/domain/numbers/tables";
import { useNumberWords } from "./use-number-words";

/** Columns of words; all others hold numbers. */
const words: readonly ColumnKey[] = [
  ...([
    "from",
    "to",
    "hour",
    "country",
    "district",
    "locale",
    "source",
    "action",
    "step",
    "campaign",
    "notes",
  ] as const),
];

/** The numbers behind a chart. */
export function NumbersTable({ table, caption }: { table: Table; caption: string }) {
  const { t, cell } = useNumberWords();
  const classOf = (column: ColumnKey) => (words.includes(column) ? undefined : "number");
  return (
    <div className="portal-table-box numbers-table">
      <table className="portal-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col" className={classOf(column)}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join(" ")}>
              {table.columns.map((column, index) => {
                const text = <bdi>{cell(column, row[index] ?? null)}</bdi>;
                return index === 0 ? (
                  <th key={column} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={column} className={classOf(column)}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
