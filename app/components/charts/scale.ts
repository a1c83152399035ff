/** Round numbers from nothing to `most` or a little more, in about as many steps as wanted; whole numbers alone. */
export function roundTicks(most: number, wanted = 3): number[] {
  const least = Math.max(most, 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= least) ?? 1);
  const steps = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** Places of the labels below a chart of so many steps: the first, the last, and some between, evenly. */
export function labelPlaces(steps: number, most: number): number[] {
  if (steps <= most) return Array.from({ length: steps }, (_, index) => index);
  const places = Array.from({ length: most }, (_, index) => Math.round((index * (steps - 1)) / (most - 1)));
  return [...new Set(places)];
}

/** A span of the width, in percent from the side where reading begins. */
export interface Span {
  start: number;
  width: number;
}

/** Where the bar of a step stands: `share` of the step's width, in its middle. */
export function barSpan(index: number, steps: number, share: number): Span {
  const slot = 100 / Math.max(steps, 1);
  return { start: (index + (1 - share) / 2) * slot, width: slot * share };
}

/** A span as an SVG has it, from the left. */
export function fromLeft({ start, width }: Span, dir: "ltr" | "rtl"): { x: string; width: string; end: string } {
  const left = dir === "ltr" ? start : 100 - start - width;
  return { x: percent(left), width: percent(width), end: percent(left + width) };
}

/** A place from the side where reading begins, as an SVG has it. */
export function placeFromLeft(start: number, dir: "ltr" | "rtl"): string {
  return percent(dir === "ltr" ? start : 100 - start);
}

/** The share that a number is of the top of the scale; nothing where there is none. */
export function shareOfTop(value: number, top: number): number {
  return top > 0 ? Math.min(Math.max(value / top, 0), 1) : 0;
}

export function percent(value: number): string {
  return `${Math.round(value * 1_000) / 1_000}%`;
}
