import type { ReactNode } from "react";
import { type Figures, shareOf } from "~/domain/numbers/figures";
import type { Part } from "~/domain/numbers/parts";
import type { PeriodChoice } from "~/domain/numbers/period";
import { funnelSteps, type NumbersTable } from "~/domain/numbers/tables";
import { everyCountry } from "~/domain/where/signatures-by-country";
import type { DistrictShapes } from "~db/map/district-shapes";
import type { WorldShapes } from "~db/map/world-shapes";
import { BarList, type Line } from "../../charts/bar-list";
import { WorldMap } from "../../world-map";
import { ChartCard, PeriodLegend } from "./chart-card";
import { DistrictMap } from "./district-map";
import { useNumberWords } from "./use-number-words";

/** More lines than this are one: the table has all of them. */
const MOST_LINES = 10;

interface CardProps {
  table: NumbersTable;
  href: string;
  choice: PeriodChoice;
}

interface PartProps extends CardProps {
  parts: readonly Part[];
  nameOf: (value: string) => string;
  isWide?: boolean;
  children?: ReactNode;
}

/** The parts of a whole, the largest first. */
export function PartsCard({ table, href, choice, parts, nameOf, isWide = false, children }: PartProps) {
  const { t, number, dir } = useNumberWords();
  const lineOf = ({ value, count, before }: Part, name: string): Line => ({
    key: value,
    name,
    value: count,
    text: number(count),
    before,
  });
  const shown = parts.length > MOST_LINES + 1 ? parts.slice(0, MOST_LINES) : parts;
  const rest = parts.slice(shown.length);
  const others: Part = {
    value: "others",
    count: rest.reduce((so, { count }) => so + count, 0),
    before: rest.some(({ before }) => before !== null) ? rest.reduce((so, { before }) => so + (before ?? 0), 0) : null,
  };
  const lines = [
    ...shown.map((part) => lineOf(part, nameOf(part.value))),
    ...(rest.length > 0 ? [lineOf(others, t("others"))] : []),
  ];
  const [first] = parts;
  const all = parts.reduce((so, { count }) => so + count, 0);
  return (
    <ChartCard table={table} href={href} isWide={isWide} isEmpty={parts.length === 0}>
      <div className={children ? "chart-card__beside" : undefined}>
        {children}
        <BarList
          id={table.chart}
          title={t(`charts.${table.chart}`)}
          summary={
            first === undefined
              ? t("empty")
              : t("summary.parts", { count: number(all), name: nameOf(first.value), most: number(first.count) })
          }
          lines={lines}
          dir={dir}
        />
      </div>
      <PeriodLegend choice={choice} />
    </ChartCard>
  );
}

/** Countries on a map, and the largest of them as bars. */
export function CountriesCard({ world, ...card }: CardProps & { parts: readonly Part[]; world: WorldShapes }) {
  const { t, country } = useNumberWords();
  const signatures = everyCountry(card.parts.map(({ value, count }) => ({ code: value, count })));
  return (
    <PartsCard {...card} nameOf={country} isWide>
      <WorldMap world={world} signatures={signatures} label={t("map.label")} uncoloured={t("map.none")} />
    </PartsCard>
  );
}

/** Districts of the House on a map of the states, and the largest of them as bars. */
export function DistrictsCard({ map, ...card }: CardProps & { parts: readonly Part[]; map: DistrictShapes }) {
  const { district } = useNumberWords();
  const counts = card.parts.map(({ value, count }) => ({ code: value, count }));
  return (
    <PartsCard {...card} nameOf={district} isWide>
      <DistrictMap map={map} counts={counts} />
    </PartsCard>
  );
}

/** The way from reading to acting. */
export function FunnelCard({ table, href, choice, figures }: CardProps & { figures: Figures }) {
  const { t, number, share, dir, step } = useNumberWords();
  const lines = funnelSteps.map((key, index): Line => {
    const { count, before } = figures[key];
    const earlier = key === "actions" ? undefined : funnelSteps[index - 1];
    const part = earlier === undefined ? null : shareOf(count, figures[earlier].count);
    const text = part === null ? number(count) : `${number(count)} · ${share(part)}`;
    return { key, name: step(key), value: count, text, before };
  });
  const counts = Object.fromEntries(lines.map(({ key, value }) => [key, number(value)]));
  return (
    <ChartCard table={table} href={href} isEmpty={lines.every(({ value }) => value === 0)}>
      <BarList
        id={table.chart}
        title={t("charts.funnel")}
        summary={t("summary.steps", { ...counts, confirmed: counts.signedConfirmed })}
        lines={lines}
        dir={dir}
      />
      <PeriodLegend choice={choice} />
    </ChartCard>
  );
}
