import type { CampaignNumbers } from "./campaign-numbers.server";
import { type Figures, shareOf } from "./figures";
import type { NumberNote } from "./notes.server";
import type { OrganizationNumbers } from "./organization-numbers.server";
import type { TimePoint } from "./over-time";
import type { Part } from "./parts";
import type { Grain } from "./period";

/** Charts of a campaign's numbers, and of an organization's. */
export const campaignCharts = [
  "signatures",
  "hours",
  "confirmation",
  "funnel",
  "countries",
  "districts",
  "locales",
  "sources",
  "actions",
] as const;
export const organizationCharts = ["signatures", "campaigns"] as const;
export type ChartName = (typeof campaignCharts)[number] | (typeof organizationCharts)[number];

/** What a column holds. `from` and `to` are days or hours, `rate` and `ofViews` are shares between 0 and 1. */
export const columnKeys = [
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
  "views",
  "signed",
  "signedConfirmed",
  "rate",
  "confirmed",
  "before",
  "count",
  "ofStepBefore",
  "actions",
  "total",
  "notes",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** The numbers behind a chart, as its table and its file show them. */
export interface NumbersTable {
  chart: ChartName;
  columns: ColumnKey[];
  rows: (string | number | null)[][];
}

/** The steps from reading a page to acting. Nobody is followed: each is a number of its own. */
export const funnelSteps = ["views", "signed", "signedConfirmed", "actions"] as const;

export function campaignTable(chart: (typeof campaignCharts)[number], numbers: CampaignNumbers): NumbersTable {
  const { figures, choice, hours, cohorts } = numbers;
  const parts = (column: ColumnKey, rows: readonly Part[], counted: ColumnKey = "confirmed") =>
    partsTable(chart, [column, counted], rows, choice.compared !== null);
  switch (chart) {
    case "signatures":
      return signaturesTable(numbers.time, choice.by, choice.compared !== null, numbers.notes);
    case "hours":
      return {
        chart,
        columns: ["hour", "signed", "confirmed", ...beforeColumn(choice.compared !== null)],
        rows: hours.map(({ hour, signed, confirmed, before }) => [hour, signed, confirmed, ...cellOf(before)]),
      };
    case "confirmation":
      return {
        chart,
        columns: ["from", "to", "signed", "signedConfirmed", "rate"],
        rows: cohorts.map(({ from, to, signed, signedConfirmed }) => [
          ...[from, to, signed, signedConfirmed],
          shareOf(signedConfirmed, signed),
        ]),
      };
    case "funnel":
      return funnelTable(figures, choice.compared !== null);
    case "countries":
      return parts("country", numbers.countries);
    case "districts":
      return parts("district", numbers.districts);
    case "locales":
      return parts("locale", numbers.locales);
    case "sources":
      return parts("source", numbers.sources);
    case "actions":
      return parts("action", numbers.actions, "count");
  }
}

export function organizationTable(
  chart: (typeof organizationCharts)[number],
  numbers: OrganizationNumbers,
): NumbersTable {
  const { choice } = numbers;
  if (chart === "signatures") return signaturesTable(numbers.time, choice.by, choice.compared !== null, []);
  return {
    chart,
    columns: [
      ...(["campaign", "views", "signed", "rate", "confirmed"] as const),
      ...beforeColumn(choice.compared !== null),
      ...(["actions", "total"] as const),
    ],
    rows: numbers.campaigns.map(({ campaign, total, figures }) => [
      ...[campaign.name, figures.views.count, figures.signed.count],
      shareOf(figures.signedConfirmed.count, figures.signed.count),
      figures.confirmed.count,
      ...cellOf(figures.confirmed.before),
      ...[figures.actions.count, total],
    ]),
  };
}

const beforeColumn = (isCompared: boolean): ColumnKey[] => (isCompared ? ["before"] : []);
const cellOf = (before: number | null): number[] => (before === null ? [] : [before]);

function signaturesTable(
  time: readonly TimePoint[],
  by: Grain,
  isCompared: boolean,
  notes: readonly NumberNote[],
): NumbersTable {
  const withNotes = notes.length > 0;
  return {
    chart: "signatures",
    columns: [
      ...(by === "week" ? (["from", "to"] as const) : (["from"] as const)),
      "confirmed",
      ...beforeColumn(isCompared),
      ...(withNotes ? (["notes"] as const) : []),
    ],
    rows: time.map((point) => [
      ...(by === "week" ? [point.from, point.to] : [point.from]),
      point.confirmed,
      ...cellOf(point.before),
      ...(withNotes ? [notesOf(point, notes)] : []),
    ]),
  };
}

function notesOf(point: TimePoint, notes: readonly NumberNote[]): string | null {
  const texts = notes.filter(({ at }) => isWithin(at, point)).map(({ text }) => text);
  return texts.length > 0 ? texts.join("; ") : null;
}

/** Whether a moment lies in a step of time. */
export function isWithin(at: Date, { from, to }: Pick<TimePoint, "from" | "to">): boolean {
  const moment = at.toISOString();
  return from.length > 10 ? moment.startsWith(from) : moment.slice(0, 10) >= from && moment.slice(0, 10) <= to;
}

function funnelTable(figures: Figures, isCompared: boolean): NumbersTable {
  return {
    chart: "funnel",
    columns: ["step", "count", "ofStepBefore", ...beforeColumn(isCompared)],
    rows: funnelSteps.map((step, index) => {
      // Actions are not people: somebody who calls three offices acts three times.
      const earlier = step === "actions" ? undefined : funnelSteps[index - 1];
      const { count, before } = figures[step];
      return [step, count, earlier === undefined ? null : shareOf(count, figures[earlier].count), ...cellOf(before)];
    }),
  };
}

function partsTable(
  chart: ChartName,
  columns: readonly ColumnKey[],
  parts: readonly Part[],
  isCompared: boolean,
): NumbersTable {
  return {
    chart,
    columns: [...columns, ...beforeColumn(isCompared)],
    rows: parts.map(({ value, count, before }) => [value, count, ...cellOf(before)]),
  };
}
