/** What a partner's colour stands beside, as `tokens.css` has it: text in it must be legible on each. */
const grounds = {
  light: ["#faf8f4", "#ffffff", "#f1ede4"],
  dark: ["#14181f", "#1c222b", "#191e26"],
} as const;

/** What is written on it, for example on a button. */
const onBrand = { light: "#ffffff", dark: "#0b2528" } as const;

/** WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

const hex = /^#[0-9a-f]{6}$/;

type Rgb = readonly [number, number, number];

/** A partner's colour in all its uses. */
export interface BrandColours {
  /** In light pages: as text, lines and the ground of buttons, and as that under the pointer. */
  light: { accent: string; strong: string; on: string };
  /** The same in dark pages, made from the light one. */
  dark: { accent: string; strong: string; on: string };
}

export interface CheckedColour {
  /** The least contrast of all uses in light pages, to one. */
  contrast: number;
  isLegible: boolean;
  /** The nearest darker colour that is legible; the colour itself where it is. */
  nearest: string;
}

/** `0B5D3B`, `#0b5d3b` and `#fff` in the one spelling that we keep: `#0b5d3b`. @returns null for what is no colour */
export function cleanColour(text: string): string | null {
  const digits = text.trim().toLowerCase().replace(/^#/, "");
  const six = digits.length === 3 ? [...digits].map((one) => one + one).join("") : digits;
  return hex.test(`#${six}`) ? `#${six}` : null;
}

/** Whether a colour can stand on light pages, and what could instead. */
export function checkColour(colour: string): CheckedColour {
  const contrast = leastContrast(colour, "light");
  return {
    contrast,
    isLegible: contrast >= LEAST_CONTRAST,
    nearest: untilLegible(colour, "light"),
  };
}

/** Every colour that is made of a legible one. */
export function brandColours(colour: string): BrandColours {
  const dark = untilLegible(colour, "dark");
  return {
    light: { accent: colour, strong: mix(colour, "#000000", 0.2), on: onBrand.light },
    dark: { accent: dark, strong: mix(dark, "#ffffff", 0.3), on: onBrand.dark },
  };
}

/** Relative contrast of two colours as WCAG 2.2 defines it: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function leastContrast(colour: string, mode: "light" | "dark"): number {
  return Math.min(...[...grounds[mode], onBrand[mode]].map((ground) => contrastOf(colour, ground)));
}

/** The colour, mixed with black or white until every use is legible. */
function untilLegible(colour: string, mode: "light" | "dark"): string {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, mode === "light" ? "#000000" : "#ffffff", share);
    if (leastContrast(mixed, mode) >= LEAST_CONTRAST) return mixed;
  }
  return mode === "light" ? "#000000" : "#ffffff";
}

function mix(colour: string, other: string, share: number): string {
  const [a, b] = [rgbOf(colour), rgbOf(other)];
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = rgbOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
