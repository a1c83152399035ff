import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import subsetFont from "subset-font";
import { type FontPart, fontParts } from "./font-parts";

/**
 * `npm run fonts -- --from FOLDER`: cuts from whole fonts the files that the product carries. FOLDER holds
 * `NotoSans_700Bold.ttf`, `NotoSansArabic_400Regular.ttf` and so on, at any depth, as the npm packages
 * `@expo-google-fonts/noto-*` have them. A file changes only with its font or with the letters that the words use.
 */
const { values } = parseArgs({ options: { from: { type: "string" } } });
if (values.from === undefined) throw new Error("Say where the fonts are: --from FOLDER");
const sources = new Map(
  readdirSync(values.from, { recursive: true, encoding: "utf8" }).map((name) => [name.split("/").at(-1), name]),
);

for (const part of fontParts) {
  const source = sources.get(part.source);
  if (source === undefined) throw new Error(`${part.source} is not in ${values.from}`);
  const file = await subsetFont(readFileSync(`${values.from}/${source}`), lettersOf(part), {
    targetFormat: part.file.endsWith(".woff2") ? "woff2" : "sfnt",
  });
  writeFileSync(new URL(part.file, import.meta.url), file);
  process.stdout.write(`${part.file}: ${file.length} bytes\n`);
}

/** The letters of the part's ranges, and those of its scripts that the words of its locales use. */
function lettersOf({ ranges, letters, locales, script }: FontPart): string {
  const all = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const used = locales.flatMap((locale) => [...wordsOf(locale)].filter((letter) => script.test(letter)));
  return [...new Set([...all, ...(letters?.() ?? ""), ...used])].sort().join("");
}

function wordsOf(locale: string): string {
  const folders = [
    { folder: new URL(`../../locales/${locale}/`, import.meta.url), isOwn: () => true },
    {
      folder: new URL("../../db/seed/content/", import.meta.url),
      isOwn: (name: string) => name.endsWith(`.${locale}.json`) || name === "sample-partners.json",
    },
  ];
  return folders
    .flatMap(({ folder, isOwn }) =>
      readdirSync(folder)
        .filter(isOwn)
        .map((name) => readFileSync(fileURLToPath(new URL(name, folder)), "utf8")),
    )
    .join("\n");
}
