import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type Font, openSync } from "fontkit";

export type PdfFont = "latin" | "bold" | "arabic" | "devanagari" | "bengali" | "chinese";

const { resolve } = createRequire(import.meta.url);
const own = (name: string) => fileURLToPath(new URL(`../../fonts/${name}`, import.meta.url));

/** Noto fonts (OFL 1.1): Latin, Greek and Cyrillic, and the scripts that the site speaks. The Chinese signs are the 5,401 in common use. */
export const pdfFontFiles: Record<PdfFont, string> = {
  latin: resolve("@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf"),
  bold: resolve("@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf"),
  arabic: own("pdf-arabic.ttf"),
  devanagari: own("pdf-devanagari.ttf"),
  bengali: own("pdf-bengali.ttf"),
  chinese: own("pdf-chinese.ttf"),
};

const scripts: readonly (readonly [PdfFont, RegExp])[] = [
  ["arabic", /\p{Script=Arabic}/u],
  ["devanagari", /\p{Script=Devanagari}/u],
  ["bengali", /\p{Script=Bengali}/u],
  ["chinese", /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u],
];
const shared = /[\p{Script=Common}\p{Script=Inherited}]/u;

interface OpenFont {
  font: Font;
  characters: ReadonlySet<number>;
}

const opened = new Map<PdfFont, OpenFont>();

function open(name: PdfFont): OpenFont {
  const known = opened.get(name);
  if (known) return known;
  const font = openSync(pdfFontFiles[name]);
  if (!("characterSet" in font)) throw new Error(`${name} is a collection of fonts.`);
  const made = { font, characters: new Set(font.characterSet) };
  opened.set(name, made);
  return made;
}

/** A piece of text that one font draws. */
export interface FontPiece {
  text: string;
  font: PdfFont;
}

/**
 * Splits a text into pieces for the fonts that draw them. Points, digits and accents stay with the letters before them where that
 * font has them.
 */
export function splitByFont(text: string, weight: "latin" | "bold" = "latin"): FontPiece[] {
  const pieces: FontPiece[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const code = character.codePointAt(0) ?? 0;
    if (last && shared.test(character) && open(last.font).characters.has(code)) last.text += character;
    else {
      const font = scripts.find(([, shape]) => shape.test(character))?.[0] ?? weight;
      if (last?.font === font) last.text += character;
      else pieces.push({ text: character, font });
    }
  }
  return pieces;
}

/** Controls and marks for which nothing is drawn, but for the joiners and the ends of lines. */
const undrawn = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** A text as it is drawn: letters with their accents as one sign where there is one. */
export function plainText(text: string): string {
  return text.normalize("NFC").replace(undrawn, " ");
}

/** Joiners that steer how letters connect; nothing is drawn for them. */
const joiners = /[\u200c\u200d]/g;

/** Whether there is a picture for all of a text: letters of other scripts and emoji have none, and some marks no place. */
export function isDrawable(text: string): boolean {
  return splitByFont(plainText(text)).every(({ text: piece, font }) => {
    const { font: shapes, characters } = open(font);
    const letters = piece.replace(joiners, "").replace(/\s/g, "");
    if (![...letters].every((letter) => characters.has(letter.codePointAt(0) ?? 0))) return false;
    try {
      // fontkit 2.0.4 fails on some marks above Arabic ligatures.
      shapes.layout(piece, []);
      return true;
    } catch {
      return false;
    }
  });
}
