import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { listCountryOptions } from "~/domain/regions/country-names";
import { dayFormat } from "~/i18n/day-format";
import { readLocale } from "~locales/read-words";

const folder = (name: string) => fileURLToPath(new URL(`../../${name}/`, import.meta.url));
const styles = readFileSync(`${folder("app/styles")}fonts.css`, "utf8");

/** By the name that tokens.css calls it in the language, the font of ours and its script. */
const fonts = {
  ar: { family: "Own Arabic", script: /\p{Script_Extensions=Arabic}/u },
  ur: { family: "Own Urdu", script: /\p{Script_Extensions=Arabic}/u },
  hi: { family: "Own Devanagari", script: /\p{Script_Extensions=Devanagari}/u },
  bn: { family: "Own Bengali", script: /\p{Script_Extensions=Bengali}/u },
} as const;

describe.each(Object.entries(fonts))("%s", (locale, { family, script }) => {
  const face = faceOf(family);
  const font = create(readFileSync(face.file));

  test.each(Object.entries(textsIn(locale)))("every letter of %s is in the font, and asks for it", (_, text) => {
    const letters = [...new Set(text)].filter((letter) => script.test(letter));
    expect(letters.length).toBeGreaterThan(8);
    const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
    const named = (code: number) => `U+${code.toString(16).padStart(4, "0")}`;
    const missing = codes.filter((code) => !("hasGlyphForCodePoint" in font && font.hasGlyphForCodePoint(code)));
    expect(missing.map(named)).toEqual([]);
    expect(
      codes.filter((code) => !face.ranges.some(([first, last]) => first <= code && code <= last)).map(named),
    ).toEqual([]);
  });
});

/** The file of ours that a family leads to, and the letters for which a browser looks into it. */
function faceOf(family: string): { file: string; ranges: (readonly [number, number])[] } {
  const face = styles.split("@font-face").find((one) => one.includes(`font-family: "${family}"`)) ?? "";
  const [, url = ""] = /url\("([^"]+\.woff2)"\)/.exec(face) ?? [];
  const [, written = ""] = /unicode-range: ([^;]+);/.exec(face) ?? [];
  const ranges = written.split(",").map((range) => {
    const [first = "", last = first] = range.trim().replace("U+", "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return { file: `${folder("app/styles")}${url}`, ranges };
}

/** What readers of a language read, by where it comes from. */
function textsIn(locale: string): Record<string, string> {
  const content = folder("db/seed/content");
  const ownFiles = readdirSync(content).filter((name) => name.endsWith(`.${locale}.json`));
  const samples: unknown = JSON.parse(readFileSync(`${content}sample-partners.json`, "utf8"));
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 3 + month)));
  const moment = { dateStyle: "full", timeStyle: "short", calendar: "gregory", timeZone: "UTC" } as const;
  return {
    "the words": JSON.stringify([...readLocale(folder("locales"), locale)]),
    "the content": [
      ...ownFiles.map((name) => readFileSync(content + name, "utf8")),
      ...underLocale(samples, locale),
    ].join(),
    "the countries": listCountryOptions(locale)
      .map(({ name }) => name)
      .join(),
    "the dates": months
      .flatMap((day) =>
        [dayFormat(locale, "UTC"), new Intl.DateTimeFormat(locale, moment)].map((format) => format.format(day)),
      )
      .join(),
  };
}

/** Whatever stands below a property that is named as the language. */
function underLocale(value: unknown, locale: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) =>
    name === locale ? [JSON.stringify(below)] : underLocale(below, locale),
  );
}
