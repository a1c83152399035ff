import { fromLeft, placeFromLeft, shareOfTop } from "./scale";

/** One line of a list of bars. */
export interface Line {
  key: string;
  name: string;
  value: number;
  /** The value as it is written at the end of the line. */
  text: string;
  /** The value of the compared period; null where nothing is compared. */
  before: number | null;
}

interface Props {
  /** Of this chart alone on its page. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence; the table behind it has every number. */
  summary: string;
  lines: readonly Line[];
  dir: "ltr" | "rtl";
}

const LINE = 46;
const BAR_TOP = 22;
const BAR = 12;
const LONGEST_NAME = 30;

/** Bars below each other, each under its name. */
export function BarList({ id, title, summary, lines, dir }: Props) {
  const top = Math.max(0, ...lines.map(({ value, before }) => Math.max(value, before ?? 0)));
  return (
    <svg
      className="chart"
      width="100%"
      height={Math.max(lines.length, 1) * LINE}
      direction={dir}
      role="img"
      aria-labelledby={`${id}-title ${id}-summary`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-summary`}>{summary}</desc>
      {lines.map((line, index) => (
        <LineOf key={line.key} line={line} y={index * LINE} top={top} dir={dir} />
      ))}
    </svg>
  );
}

function LineOf({ line, y, top, dir }: { line: Line; y: number; top: number; dir: "ltr" | "rtl" }) {
  const { name, value, text, before } = line;
  const bar = fromLeft({ start: 0, width: 100 * shareOfTop(value, top) }, dir);
  const mark = before === null ? null : placeFromLeft(100 * shareOfTop(before, top), dir);
  return (
    <g>
      <text className="chart__name" x={placeFromLeft(0, dir)} y={y + 15}>
        {shortened(name)}
      </text>
      <text className="chart__value" x={placeFromLeft(100, dir)} y={y + 15} textAnchor="end">
        {text}
      </text>
      <rect className="chart__rail" x="0%" width="100%" y={y + BAR_TOP} height={BAR} rx={2} />
      <rect className="chart__bar" x={bar.x} width={bar.width} y={y + BAR_TOP} height={BAR} rx={2} />
      {mark !== null && (
        <line className="chart__before" x1={mark} x2={mark} y1={y + BAR_TOP - 3} y2={y + BAR_TOP + BAR + 3} />
      )}
    </g>
  );
}

/** A name that would run into the number; the table has all of it. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join("")}…` : name;
}
