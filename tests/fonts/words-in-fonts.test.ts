import { readFileSync } from "node:fs";
import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";
import subsetFont from "subset-font";
import { expect, test } from "vitest";
import { fontParts } from "~/fonts/font-parts";
import { wordsOf } from "~/fonts/words-of";

/** What a word is drawn with where letters have nothing to be drawn with, and where they are not joined. */
const NO_GLYPH = 0;
const viramas: Record<string, string> = { hi: "\u094d", bn: "\u09cd" };

async function openFont(file: string): Promise<Font> {
  const woff2 = readFileSync(new URL(`../../app/fonts/${file}`, import.meta.url));
  return new Font(new Face(new Blob(await subsetFont(woff2, null, { targetFormat: "sfnt", keepAllGlyphs: true }))));
}

function glyphsOf(font: Font, text: string): number[] {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
}

const webFonts = fontParts.filter(({ file, locales }) => file.endsWith(".woff2") && locales.length > 0);

test.each(webFonts)(
  "$file draws the words of $locales, with their letters joined",
  async ({ file, locales, script }) => {
    const font = await openFont(file);
    for (const locale of locales) {
      const words = [...new Set(wordsOf(locale).match(/[\p{L}\p{M}]+/gu))].filter((word) => script.test(word));
      expect(words.length).toBeGreaterThan(1_000);
      expect(words.filter((word) => glyphsOf(font, word).includes(NO_GLYPH))).toEqual([]);

      const virama = viramas[locale];
      if (virama === undefined) continue;
      const [shown = NO_GLYPH] = glyphsOf(font, virama).slice(-1);
      const apart = words.filter((word) => !word.endsWith(virama) && glyphsOf(font, word).includes(shown));
      // A word of tomorrow may be drawn as on old telephones; when they become many, `npm run fonts` is due.
      expect(apart.length / words.length, apart.join(" ")).toBeLessThan(0.01);
    }
  },
);
