import { barSpan, fromLeft, labelPlaces, placeFromLeft, roundTicks, shareOfTop } from "./scale";

/** One step of a chart over time. */
export interface Bar {
  key: string;
  /** Below the chart, as short as can be. */
  tick: string;
  /** All that the bar says. */
  label: string;
  value: number;
  /** A part of the value that is drawn darker. */
  part?: number;
  /** The value of the compared step; null where nothing is compared. */
  before: number | null;
}

interface Props {
  /** Of this chart alone on its page. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence; the table behind it has every number. */
  summary: string;
  bars: readonly Bar[];
  /** Notes that stand over the steps, by their numbers. */
  marks?: readonly { index: number; number: number }[];
  dir: "ltr" | "rtl";
  locale: string;
  mostTicks?: number;
}

const HEIGHT = 230;
const TOP = 30;
const BOTTOM = 26;
const PLOT = HEIGHT - TOP - BOTTOM;

/** Bars over time. Widths are shares of the room there is, so that letters have their size on a phone, too. */
export function TimeChart({ id, title, summary, bars, marks = [], dir, locale, mostTicks = 5 }: Props) {
  const number = new Intl.NumberFormat(locale);
  const most = Math.max(0, ...bars.map(({ value, before }) => Math.max(value, before ?? 0)));
  const ticks = roundTicks(most);
  const top = ticks.at(-1) ?? 1;
  const yOf = (value: number) => Math.round((TOP + PLOT * (1 - shareOfTop(value, top))) * 10) / 10;
  const edge = placeFromLeft(0, dir);
  const places = labelPlaces(bars.length, mostTicks);
  return (
    <svg
      className="chart"
      width="100%"
      height={HEIGHT}
      direction={dir}
      role="img"
      aria-labelledby={`${id}-title ${id}-summary`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-summary`}>{summary}</desc>
      {ticks.map((tick) => (
        <line className="chart__grid" key={tick} x1="0%" x2="100%" y1={yOf(tick)} y2={yOf(tick)} />
      ))}
      {bars.map((bar, index) => (
        <BarOf key={bar.key} bar={bar} index={index} steps={bars.length} yOf={yOf} dir={dir} />
      ))}
      {ticks.slice(1).map((tick) => (
        <text className="chart__tick chart__tick--value" key={tick} x={edge} y={yOf(tick) - 4}>
          {number.format(tick)}
        </text>
      ))}
      {places.map((place) => (
        <text
          className="chart__tick"
          key={bars[place]?.key}
          x={placeFromLeft(tickStart(place, bars.length), dir)}
          y={HEIGHT - 6}
          textAnchor={anchorOf(place, bars.length)}
        >
          {bars[place]?.tick}
        </text>
      ))}
      {marks.map(({ index, number: mark }) => (
        <MarkOf key={mark} x={placeFromLeft(((index + 0.5) * 100) / bars.length, dir)} mark={number.format(mark)} />
      ))}
    </svg>
  );
}

interface BarProps {
  bar: Bar;
  index: number;
  steps: number;
  yOf: (value: number) => number;
  dir: "ltr" | "rtl";
}

function BarOf({ bar, index, steps, yOf, dir }: BarProps) {
  const { x, width } = fromLeft(barSpan(index, steps, 0.72), dir);
  const slot = fromLeft(barSpan(index, steps, 1), dir);
  const box = (value: number) => ({ x, width, y: yOf(value), height: yOf(0) - yOf(value) });
  return (
    <g>
      <title>{bar.label}</title>
      <rect className={bar.part === undefined ? "chart__bar" : "chart__bar chart__bar--whole"} {...box(bar.value)} />
      {bar.part !== undefined && <rect className="chart__bar" {...box(bar.part)} />}
      {bar.before !== null && (
        <line className="chart__before" x1={slot.x} x2={slot.end} y1={yOf(bar.before)} y2={yOf(bar.before)} />
      )}
    </g>
  );
}

function MarkOf({ x, mark }: { x: string; mark: string }) {
  return (
    <g>
      <line className="chart__mark" x1={x} x2={x} y1={18} y2={TOP + PLOT} />
      <circle className="chart__flag" cx={x} cy={10} r={9} />
      <text className="chart__flag-number" x={x} y={14} textAnchor="middle">
        {mark}
      </text>
    </g>
  );
}

/** The first label begins where the chart begins, and the last ends where it ends. */
function anchorOf(place: number, steps: number): "start" | "middle" | "end" {
  if (steps === 1) return "middle";
  if (place === 0) return "start";
  return place === steps - 1 ? "end" : "middle";
}

function tickStart(place: number, steps: number): number {
  if (steps === 1) return 50;
  if (place === 0) return 0;
  return place === steps - 1 ? 100 : ((place + 0.5) * 100) / steps;
}
