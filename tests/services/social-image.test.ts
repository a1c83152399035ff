import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { textDirection } from "~/i18n/text-direction";
import { drawSocialImage, type SocialImage, socialFontFile, socialSize } from "~/services/social-image.server";

const content = fileURLToPath(new URL("../../db/seed/content/", import.meta.url));
const petition = z.object({ title: z.string(), addressed_to: z.string() });
const titles = readdirSync(content).flatMap((name) => {
  const locale = /^petition\.([\w-]+)\.json$/.exec(name)?.[1];
  if (locale === undefined) return [];
  const { title, addressed_to } = petition.parse(JSON.parse(readFileSync(content + name, "utf8")));
  return [{ locale, title, eyebrow: addressed_to, dir: textDirection(locale) }];
});

describe.each(titles)("$locale", ({ locale, title, eyebrow, dir }) => {
  test("the letters of its titles are in a font of ours", () => {
    const fonts = [socialFontFile(locale), socialFontFile("en")].map((file) => create(readFileSync(file)));
    const missing = [...`${title}${eyebrow}`].filter((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return !fonts.some((font) => "hasGlyphForCodePoint" in font && font.hasGlyphForCodePoint(code));
    });
    expect(missing.filter((letter) => !/[\s\u200c-\u200f]/.test(letter))).toEqual([]);
  });

  test("is drawn as a picture of the size that shared pages have, on its own side", async () => {
    const image = await drawSocialImage({ locale, dir, title, eyebrow });
    const { format, width, height } = await sharp(image).metadata();
    expect({ format, width, height }).toEqual({ format: "png", ...socialSize });
    expect(image.length).toBeLessThan(60_000);
    const edge = await sharp(image)
      .extract({ left: dir === "rtl" ? width - 10 : 4, top: 300, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer();
    const [red = 255, green = 0, blue = 0] = edge;
    expect(red).toBeLessThan(40);
    expect(Math.abs(green - blue)).toBeLessThan(20);
  });
});

const wrapping = [
  { locale: "ur", title: "ہر شخص کی نجی معلومات کو محفوظ رکھنے والا ایسا قانون جسے کوئی بدل نہ سکے" },
  { locale: "ar", title: "GDPR بعد سنوات: ما الذي تغيّر للناس في أوروبا وخارجها" },
] as const;

test.each(wrapping)("each line of a title in $locale begins at the right margin", async ({ locale, title }) => {
  const lines = await linesOf({ locale, dir: "rtl", eyebrow: "", title });
  expect(lines.length).toBeGreaterThan(1);
  for (const columns of lines) expect(columns.slice(-20)).toContain(true);
});

test("a title that begins with Latin letters runs as its language does", async () => {
  const same = { locale: "ar", dir: "rtl", eyebrow: "" } as const;
  const [alone = []] = await linesOf({ ...same, title: "GDPR" });
  const [first = []] = await linesOf({ ...same, title: wrapping[1].title });
  const width = alone.length - alone.indexOf(true);
  const others = first.slice(-width).filter((hasInk, index) => hasInk !== alone.slice(-width)[index]);
  expect(others.length).toBeLessThan(width / 20);
});

/** For each line of the title, which columns between the margins have ink. */
async function linesOf(card: SocialImage): Promise<boolean[][]> {
  const margin = 80;
  const width = socialSize.width - 2 * margin;
  // Below the line above the title, and above the mark.
  const height = 290;
  const pixels = await sharp(await drawSocialImage(card))
    .extract({ left: margin, top: 150, width, height })
    .greyscale()
    .raw()
    .toBuffer();
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(pixels.subarray(y * width, (y + 1) * width), (light) => light < 120),
  );
  const lines: boolean[][][] = [];
  let gap = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (!row.includes(true)) gap += 1;
    else if (gap > 8) lines.push([row]);
    else lines.at(-1)?.push(row);
    if (row.includes(true)) gap = 0;
  }
  return lines.map((line) => Array.from({ length: width }, (_, x) => line.some((row) => row[x])));
}

test("a title that is far too long, or none, or markup, is drawn all the same", async () => {
  const same = { locale: "en", dir: "ltr", eyebrow: "<b>&" } as const;
  for (const title of ["word ".repeat(400), "x".repeat(600), "", "</span><span size='999999'>", "🦉 \u202E tricks"]) {
    const { width, height } = await sharp(await drawSocialImage({ ...same, title })).metadata();
    expect({ width, height }).toEqual(socialSize);
  }
});

test("the fonts that the product carries are free, and say so", () => {
  const folder = fileURLToPath(new URL("../../app/fonts/", import.meta.url));
  expect(existsSync(`${folder}OFL.txt`)).toBe(true);
  expect(readFileSync(`${folder}OFL.txt`, "utf8")).toContain("SIL OPEN FONT LICENSE");
});
