import type { i18n } from "i18next";
import { toCsv } from "~/commands/csv";
import { DomainError } from "~/domain/errors";
import { type PeriodChoice, readPeriod } from "~/domain/numbers/period";
import type { ColumnKey, NumbersTable } from "~/domain/numbers/tables";
import { countryName } from "~/domain/regions/country-names";
import { languageName } from "~/i18n/language-name";
import { pageError } from "../answer.server";

/** The period that the address of a file asks for. A faulty one is refused: a file with other days than asked for would mislead. */
export function chosenPeriod(url: URL, now: Date): PeriodChoice {
  const { choice, errors } = readPeriod(url.searchParams, now);
  if (errors !== null) throw pageError({ code: "badRequest" });
  return choice;
}

/** @throws {DomainError} notFound */
export function chartOf<Name extends string>(url: URL, charts: readonly Name[]): Name {
  const asked = url.searchParams.get("chart");
  const chart = charts.find((one) => one === asked);
  if (chart === undefined) throw new DomainError("notFound");
  return chart;
}

/** A table as a file that spreadsheets and programs read: numbers are plain, days and codes as they are everywhere. */
export function numbersFile(
  table: NumbersTable,
  { i18n: { t, language }, name, choice }: { i18n: i18n; name: string; choice: PeriodChoice },
): Response {
  const head = table.columns.flatMap((column) => [
    ...(isCoded(column) ? [t("portal-numbers:columns.countryCode")] : []),
    t(`portal-numbers:columns.${column}`),
  ]);
  const rows = table.rows.map((row) =>
    table.columns.flatMap((column, index) => cells(column, row[index] ?? "", t, language)),
  );
  const { from, to } = choice.period;
  // The mark tells spreadsheets that the letters are UTF-8.
  return new Response(`\ufeff${toCsv([head, ...rows])}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}-${table.chart}-${from}-${to}.csv"`,
    },
  });
}

const isCoded = (column: ColumnKey) => column === "country" || column === "locale";

function cells(column: ColumnKey, value: string | number, t: i18n["t"], language: string): (string | number)[] {
  if (typeof value === "number") return [value];
  switch (column) {
    case "from":
      return [value.length > 10 ? `${value}:00Z` : value];
    case "country":
      return [value, value === "ZZ" ? t("portal-numbers:unsaid") : countryName(value, language)];
    case "locale":
      return [value, languageName(value, language)];
    default:
      return [value];
  }
}
