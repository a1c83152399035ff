import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brandColours, checkColour, cleanColour, contrastOf, LEAST_CONTRAST } from "~/domain/branding/brand-colour";
import { brandStyle, brandStyleUrl } from "~/domain/branding/brand-style";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("contrast is what WCAG says", () => {
  expect(contrastOf("#000000", "#ffffff")).toBe(21);
  expect(contrastOf("#ffffff", "#000000")).toBe(21);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("a colour is known in the spellings that people copy", () => {
  for (const spelling of ["#0B5D3B", "0b5d3b", " #0b5d3b "]) expect(cleanColour(spelling)).toBe("#0b5d3b");
  expect(cleanColour("#fff")).toBe("#ffffff");
  for (const other of ["", "green", "#12345", "#12345g", "url(x)", "#0b5d3b;}"]) expect(cleanColour(other)).toBeNull();
});

describe("A colour", () => {
  test("that is too pale is refused, and a darker one that would do is named", () => {
    const checked = checkColour("#f2b33d");
    expect(checked.isLegible).toBe(false);
    expect(checked.contrast).toBeLessThan(2);
    expect(checkColour(checked.nearest).isLegible).toBe(true);
    expect(checkColour("#0b5d3b")).toMatchObject({ isLegible: true, nearest: "#0b5d3b" });
  });

  test("is legible in every use, in light and dark, whatever it is", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { light, dark } = brandColours(checkColour(colour).nearest);
        for (const ground of ["#faf8f4", "#ffffff", "#f1ede4", light.on]) {
          expect(contrastOf(light.accent, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
          expect(contrastOf(light.strong, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
        for (const ground of ["#14181f", "#1c222b", "#191e26", dark.on]) {
          expect(contrastOf(dark.accent, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
          expect(contrastOf(dark.strong, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
      }),
    );
  });
});

test("a style sheet is made of a legible colour alone, and of nothing else that stands in an address", () => {
  expect(brandStyleUrl("#0b5d3b")).toBe("/brand/0b5d3b.css");
  const style = brandStyle("0b5d3b") ?? "";
  expect(style).toContain("--accent:#0b5d3b;");
  expect(style).toContain("prefers-color-scheme:dark");
  for (const other of ["f2b33d", "zzzzzz", "", "0b5d3b}body{display:none"]) expect(brandStyle(other)).toBeNull();
});
