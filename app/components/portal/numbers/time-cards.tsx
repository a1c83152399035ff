import type { NumberNote } from "~/domain/numbers/notes.server";
import type { HourOfDay, TimePoint } from "~/domain/numbers/over-time";
import type { PeriodChoice } from "~/domain/numbers/period";
import { isWithin, type NumbersTable } from "~/domain/numbers/tables";
import { type Bar, TimeChart } from "../../charts/time-chart";
import { ChartCard, Legend, PeriodLegend } from "./chart-card";
import { type NumberWords, useNumberWords } from "./use-number-words";

interface CardProps {
  table: NumbersTable;
  href: string;
  choice: PeriodChoice;
}

/** Confirmed signatures over time, beside the compared period, with the notes. */
export function SignaturesCard(props: CardProps & { time: readonly TimePoint[]; notes: readonly NumberNote[] }) {
  const { table, href, choice, time, notes } = props;
  const words = useNumberWords();
  const bars = time.map((point): Bar => {
    const { from, confirmed, before } = point;
    return {
      key: from,
      tick: words.tick(point),
      label: pointWords(words, words.when(point), confirmed, before),
      value: confirmed,
      before,
    };
  });
  const marks = notes.flatMap(({ at }, position) => {
    const index = time.findIndex((point) => isWithin(new Date(at), point));
    return index === -1 ? [] : [{ index, number: position + 1 }];
  });
  return (
    <ChartCard table={table} href={href} isWide isEmpty={isEmpty(bars) && marks.length === 0}>
      <TimeChart
        id={table.chart}
        title={words.t("charts.signatures")}
        summary={timeSummary(words, bars, time.map(words.when))}
        bars={bars}
        marks={marks}
        dir={words.dir}
        locale={words.locale}
        mostTicks={choice.by === "hour" ? 3 : 5}
      />
      <PeriodLegend choice={choice} />
    </ChartCard>
  );
}

/** When in the day people confirm. */
export function HoursCard({ table, href, choice, hours }: CardProps & { hours: readonly HourOfDay[] }) {
  const words = useNumberWords();
  const bars = hours.map(({ hour, confirmed, before }): Bar => {
    const when = words.hourOfDay(hour);
    return { key: when, tick: when, label: pointWords(words, when, confirmed, before), value: confirmed, before };
  });
  return (
    <ChartCard table={table} href={href} isEmpty={isEmpty(bars)}>
      <TimeChart
        id={table.chart}
        title={words.t("charts.hours")}
        summary={timeSummary(
          words,
          bars,
          hours.map(({ hour }) => words.hourOfDay(hour)),
        )}
        bars={bars}
        dir={words.dir}
        locale={words.locale}
        mostTicks={5}
      />
      <PeriodLegend choice={choice} />
    </ChartCard>
  );
}

/** How many sent the form, and how many of them have confirmed. */
export function ConfirmationCard({
  table,
  href,
  cohorts,
}: Omit<CardProps, "choice"> & { cohorts: readonly TimePoint[] }) {
  const words = useNumberWords();
  const { t, number } = words;
  const bars = cohorts.map((point): Bar => {
    const { from, signed, signedConfirmed } = point;
    const facts = { when: words.when(point), signed: number(signed), confirmed: number(signedConfirmed) };
    return {
      key: from,
      tick: words.tick(point),
      label: t("pointRate", facts),
      value: Math.max(signed, signedConfirmed),
      part: signedConfirmed,
      before: null,
    };
  });
  return (
    <ChartCard table={table} href={href} isEmpty={isEmpty(bars)}>
      <TimeChart
        id={table.chart}
        title={t("charts.confirmation")}
        summary={timeSummary(words, bars, cohorts.map(words.when))}
        bars={bars}
        dir={words.dir}
        locale={words.locale}
      />
      <Legend
        entries={[
          { kind: "whole", text: t("legend.signed") },
          { kind: "now", text: t("legend.confirmed") },
        ]}
      />
    </ChartCard>
  );
}

const isEmpty = (bars: readonly Bar[]) => bars.every(({ value, before }) => value === 0 && (before ?? 0) === 0);

function pointWords({ t, number }: NumberWords, when: string, value: number, before: number | null): string {
  const facts = { when, value: number(value) };
  return before === null ? t("pointNow", facts) : t("pointBefore", { ...facts, before: number(before) });
}

function timeSummary({ t, number }: NumberWords, bars: readonly Bar[], names: readonly string[]): string {
  const count = bars.reduce((so, { value }) => so + value, 0);
  const most = Math.max(0, ...bars.map(({ value }) => value));
  if (most === 0) return t("empty");
  const place = bars.findIndex(({ value }) => value === most);
  return t("summary.time", { count: number(count), most: number(most), when: names[place] ?? "" });
}
