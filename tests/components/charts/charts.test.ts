import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BarList, type Line } from "~/components/charts/bar-list";
import { type Bar, TimeChart } from "~/components/charts/time-chart";

const words = { id: "signed", title: "Signatures", summary: "12 altogether." };

function timeChart(values: readonly number[], more: Partial<Parameters<typeof TimeChart>[0]> = {}) {
  const bars = values.map(
    (value, index): Bar => ({
      key: `${index}`,
      tick: `d${index}`,
      label: `day ${index}: ${value}`,
      value,
      before: null,
    }),
  );
  return renderToStaticMarkup(createElement(TimeChart, { ...words, bars, dir: "ltr", locale: "en", ...more }));
}

function barList(lines: readonly Omit<Line, "key" | "text">[], dir: "ltr" | "rtl" = "ltr") {
  const all = lines.map((line) => ({ ...line, key: line.name, text: String(line.value) }));
  return renderToStaticMarkup(createElement(BarList, { ...words, lines: all, dir }));
}

/** Attributes of each element of a class, in their order. */
function elements(svg: string, className: string): Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<\\w+ [^>]*class="${className}"[^>]*>`, "g"))].map(([element]) =>
    Object.fromEntries([...element.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );
}

const noNonsense = (svg: string) => expect(svg).not.toMatch(/NaN|Infinity|undefined|style=|<script/);

describe.each([
  ["over time", timeChart([3, 9])],
  ["of parts", barList([{ name: "Kenya", value: 3, before: null }])],
])("A chart %s", (_, svg) => {
  test("is a picture with a name and a sentence, for those who hear the page", () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="signed-title signed-summary"/);
    expect(svg).toContain('<title id="signed-title">Signatures</title>');
    expect(svg).toContain('<desc id="signed-summary">12 altogether.</desc>');
    noNonsense(svg);
  });
});

describe("A chart over time", () => {
  test("draws bars as high as their numbers, over a line that is nothing", () => {
    const [none, half, top] = elements(timeChart([0, 5, 10]), "chart__bar");
    expect(none?.height).toBe("0");
    expect(Number(top?.height)).toBeCloseTo(2 * Number(half?.height), 0);
    expect(Number(top?.y) + Number(top?.height)).toBe(Number(half?.y) + Number(half?.height));
  });

  test.each([
    ["no step", []],
    ["one step", [7]],
    ["one step with nothing", [0]],
    ["nothing on any day", [0, 0, 0]],
    ["two years of days", Array.from({ length: 731 }, (_, day) => day)],
    ["ten million", [10_000_000, 1]],
  ])("with %s is whole", (_, values) => {
    const svg = timeChart(values);
    noNonsense(svg);
    expect(elements(svg, "chart__bar")).toHaveLength(values.length);
    for (const { height, y } of elements(svg, "chart__bar")) {
      expect(Number(height)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
    }
  });

  test("with one step stands in the middle, and its label below it", () => {
    const svg = timeChart([7]);
    expect(elements(svg, "chart__bar")).toMatchObject([{ x: "14%", width: "72%" }]);
    expect(elements(svg, "chart__tick")).toMatchObject([{ x: "50%", "text-anchor": "middle" }]);
  });

  test("runs from right to left where people read so", () => {
    const svg = timeChart([1, 2, 3, 4], { dir: "rtl" });
    expect(svg).toContain('direction="rtl"');
    const places = (of: string) => elements(svg, of).map(({ x }) => Number.parseFloat(x ?? ""));
    expect(places("chart__bar")).toEqual(places("chart__bar").toSorted((a, b) => b - a));
    expect(elements(svg, "chart__tick")[0]).toMatchObject({ x: "100%", "text-anchor": "start" });
    expect(elements(svg, "chart__tick").at(-1)).toMatchObject({ x: "0%", "text-anchor": "end" });
    expect(elements(svg, "chart__tick chart__tick--value").every(({ x }) => x === "100%")).toBe(true);
  });

  test("marks what is compared, and the notes over their steps", () => {
    const bars = [1, 2].map((value): Bar => ({ key: `${value}`, tick: "", label: "", value, before: 4 - value }));
    const svg = timeChart([], { bars, marks: [{ index: 1, number: 1 }] });
    expect(elements(svg, "chart__before").map(({ x1, x2 }) => [x1, x2])).toEqual([
      ["0%", "50%"],
      ["50%", "100%"],
    ]);
    expect(elements(svg, "chart__mark")).toMatchObject([{ x1: "75%", x2: "75%" }]);
    expect(svg).toMatch(/chart__flag-number[^>]*>1</);
    noNonsense(svg);
  });

  test("draws a part of each bar darker", () => {
    const bars: Bar[] = [{ key: "1", tick: "", label: "", value: 10, part: 4, before: null }];
    const svg = timeChart([], { bars });
    const [whole] = elements(svg, "chart__bar chart__bar--whole");
    const [part] = elements(svg, "chart__bar");
    expect(Number(part?.height)).toBeCloseTo(0.4 * Number(whole?.height), 0);
  });

  test("shows what staff and signers wrote as text and nothing else", () => {
    const label = '</title><script>alert("1")</script>';
    const svg = timeChart([], { title: label, bars: [{ key: "1", tick: label, label, value: 1, before: null }] });
    noNonsense(svg);
    expect(svg).toContain("&lt;script&gt;");
  });
});

describe("Bars below each other", () => {
  test("are as long as their numbers, from the side where reading begins", () => {
    const lines = [
      { name: "Kenya", value: 8, before: 4 },
      { name: "Mexico", value: 2, before: 0 },
      { name: "none", value: 0, before: 0 },
    ];
    const ltr = elements(barList(lines), "chart__bar");
    expect(ltr.map(({ x, width }) => [x, width])).toEqual([
      ["0%", "100%"],
      ["0%", "25%"],
      ["0%", "0%"],
    ]);
    const svg = barList(lines, "rtl");
    expect(elements(svg, "chart__bar").map(({ x, width }) => [x, width])).toEqual([
      ["0%", "100%"],
      ["75%", "25%"],
      ["100%", "0%"],
    ]);
    expect(elements(svg, "chart__before").map(({ x1 }) => x1)).toEqual(["50%", "100%", "100%"]);
    expect(elements(svg, "chart__name").every(({ x }) => x === "100%")).toBe(true);
    expect(elements(svg, "chart__value").every(({ x }) => x === "0%")).toBe(true);
  });

  test.each([
    ["nothing to show", []],
    ["one line", [{ name: "Kenya", value: 1, before: null }]],
    ["lines of nothing", [{ name: "Kenya", value: 0, before: 0 }]],
  ])("with %s are whole", (_, lines) => {
    const svg = barList(lines);
    noNonsense(svg);
    expect(elements(svg, "chart__rail")).toHaveLength(lines.length);
  });

  test("cut a name that would run into the number, between signs and not within", () => {
    const svg = barList([{ name: "😀".repeat(31), value: 1, before: null }]);
    expect(svg).toContain(`>${"😀".repeat(29)}…<`);
    expect(barList([{ name: "a".repeat(30), value: 1, before: null }])).toContain(`>${"a".repeat(30)}<`);
  });
});
