import type { ReactNode } from "react";
import type { PeriodChoice } from "~/domain/numbers/period";
import type { NumbersTable as Table } from "~/domain/numbers/tables";
import { NumbersTable } from "./numbers-table";
import { useNumberWords } from "./use-number-words";

interface Props {
  table: Table;
  /** Where its file is. */
  href: string;
  isWide?: boolean;
  /** Nothing to draw: the chart is left out, the table stays. */
  isEmpty: boolean;
  children: ReactNode;
}

/** A chart with what it says, the table behind it, and its file. */
export function ChartCard({ table, href, isWide = false, isEmpty, children }: Props) {
  const { t } = useNumberWords();
  const { chart } = table;
  const title = t(`charts.${chart}`);
  return (
    <section
      className={isWide ? "portal-card chart-card chart-card--wide" : "portal-card chart-card"}
      aria-labelledby={`${chart}-heading`}
    >
      <h2 id={`${chart}-heading`}>{title}</h2>
      <p className="visually-muted">{t(`leads.${chart}`)}</p>
      {isEmpty ? <p className="chart-card__empty">{t("empty")}</p> : children}
      <details className="chart-card__table">
        <summary>{t("table")}</summary>
        <NumbersTable table={table} caption={title} />
      </details>
      <p className="chart-card__file">
        <a href={href} download>
          {t("csv", { chart: title })}
        </a>
      </p>
    </section>
  );
}

/** What the colours of a chart mean. */
export function Legend({ entries }: { entries: readonly { kind: "now" | "whole" | "before"; text: string }[] }) {
  return (
    <ul className="chart-legend">
      {entries.map(({ kind, text }) => (
        <li key={kind}>
          <i className={`chart-legend__key chart-legend__key--${kind}`} aria-hidden="true" /> {text}
        </li>
      ))}
    </ul>
  );
}

/** Which periods are beside each other. */
export function PeriodLegend({ choice: { period, compared } }: { choice: PeriodChoice }) {
  const { t, period: name } = useNumberWords();
  return (
    <Legend
      entries={[
        { kind: "now", text: name(period) },
        ...(compared === null
          ? []
          : [{ kind: "before" as const, text: t("legend.before", { period: name(compared) }) }]),
      ]}
    />
  );
}
