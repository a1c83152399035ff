import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import subsetFont from "subset-font";
import { drawnGlyphs } from "./drawn-glyphs";
import { type FontPart, fontParts, layoutFeatures } from "./font-parts";
import { keepGlyphs } from "./keep-glyphs";
import { wordsOf } from "./words-of";

/**
 * `npm run fonts -- --from FOLDER`: cuts from whole fonts the files that the product carries. FOLDER holds
 * `NotoSans_700Bold.ttf`, `NotoSansArabic_400Regular.ttf` and so on, at any depth, as the npm packages
 * `@expo-google-fonts/noto-*` have them, and the heading font comes from `@fontsource/newsreader`. A file changes only
 * with its font or with what the words use.
 */
const { values } = parseArgs({ options: { from: { type: "string" } } });
if (values.from === undefined) throw new Error("Say where the fonts are: --from FOLDER");
const newsreader = fileURLToPath(new URL("../../node_modules/@fontsource/newsreader/files", import.meta.url));
const sources = new Map(
  [newsreader, values.from].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => [
      path.basename(name),
      path.join(folder, name),
    ]),
  ),
);

for (const part of fontParts) {
  const source = sources.get(part.source);
  if (source === undefined) throw new Error(`${part.source} is not in ${values.from}`);
  const file = await cut(part, readFileSync(source));
  writeFileSync(new URL(part.file, import.meta.url), file);
  process.stdout.write(`${part.file}: ${file.length} bytes\n`);
}

async function cut(part: FontPart, font: Buffer): Promise<Buffer> {
  if (part.file.endsWith(".ttf")) return subsetFont(font, lettersOf(part), { targetFormat: "sfnt" });
  const forBrowsers = { targetFormat: "woff2", noHinting: true, keepFeatures: layoutFeatures } as const;
  if (part.syllables === undefined) return subsetFont(font, lettersOf(part), forBrowsers);
  const letters = lettersOf(part);
  const words = new Set(
    `${part.locales.map(wordsOf).join(" ")} ${part.syllables}`.match(/[\p{L}\p{M}\u200c\u200d]+/gu),
  );
  const kept = await keepGlyphs(
    font,
    letters,
    drawnGlyphs(
      font,
      [...words].filter((word) => part.script.test(word)),
    ),
  );
  return subsetFont(kept, null, { ...forBrowsers, keepAllGlyphs: true });
}

/** The letters of the part's ranges, and those of its scripts that the words of its locales use. */
function lettersOf({ ranges, letters, locales, script }: FontPart): string {
  const all = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const used = locales.flatMap((locale) => [...wordsOf(locale)].filter((letter) => script.test(letter)));
  return [...new Set([...all, ...(letters?.() ?? ""), ...used])].sort().join("");
}
