import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { textDirection } from "~/i18n/text-direction";
import { drawSocialImage, socialFontFile, socialSize } from "~/services/social-image.server";

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
