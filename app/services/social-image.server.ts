import { fileURLToPath } from "node:url";
import sharp from "sharp";

/** What a picture that stands for a shared page says. */
export interface SocialImage {
  locale: string;
  dir: "ltr" | "rtl";
  /** Above the title: the kind of page, or whose it is. */
  eyebrow: string;
  title: string;
}

export const socialSize = { width: 1200, height: 630 } as const;

/** As app/styles/tokens.css has them, in the light. */
const colours = { paper: "#faf8f4", ink: "#1c2230", muted: "#555c6b", accent: "#0f5257", mark: "#f2b33d" } as const;
const margin = 80;
const widest = socialSize.width - 2 * margin;
/** In points at 72 to the inch, so in pixels; the largest at which the title fits is taken. */
const titleSizes = [76, 64, 54, 46, 38] as const;
const TALLEST_TITLE = 270;
/** Signs without a shape. Pango lets the first letter decide how a text runs, and an Arabic title may begin with "GDPR". */
const LEFT_TO_RIGHT = "\u200e";
const RIGHT_TO_LEFT = "\u200f";

const fonts: Record<string, string> = {
  Arab: "social-arabic.ttf",
  Beng: "social-bengali.ttf",
  Deva: "social-devanagari.ttf",
  Hant: "social-chinese.ttf",
  Latn: "social-latin.ttf",
};
const family: Record<string, string> = {
  Arab: "Noto Naskh Arabic",
  Beng: "Noto Sans Bengali",
  Deva: "Noto Sans Devanagari",
  Hant: "Noto Sans TC",
  Latn: "Noto Sans",
};

/** The file of a script's letters, for whoever must know what can be drawn. */
export function socialFontFile(locale: string): string {
  return fileURLToPath(new URL(`../fonts/${fonts[scriptOf(locale)] ?? fonts.Latn}`, import.meta.url));
}

let known: Promise<unknown> | undefined;

/** A file becomes known to the drawing of texts when it is named once; a title may hold letters of several scripts. */
function knowFonts(): Promise<unknown> {
  const files = Object.values(fonts).map((name) => fileURLToPath(new URL(`../fonts/${name}`, import.meta.url)));
  known ??= (async () => {
    for (const fontfile of files) await sharp({ text: { text: "a", fontfile, font: "Noto Sans", dpi: 72 } }).toBuffer();
  })();
  return known;
}

/** Draws it, with our own letters on every machine, shaped and turned as its script is written. @returns a PNG */
export async function drawSocialImage({ locale, dir, eyebrow, title }: SocialImage): Promise<Buffer> {
  await knowFonts();
  const isRtl = dir === "rtl";
  const [above, name, heading] = await Promise.all([
    drawText({ text: eyebrow, locale, size: 30, colour: colours.accent, isRtl }),
    drawText({ text: "Privacy for All", locale: "en", size: 34, colour: colours.ink, isRtl: false }),
    drawTitle(title, locale, isRtl),
  ]);
  const start = (width: number) => (isRtl ? socialSize.width - margin - width : margin);
  const markX = isRtl ? socialSize.width - margin - 56 : margin;
  const nameX = isRtl ? markX - 24 - name.info.width : markX + 80;
  const bottom = socialSize.height - margin;
  return sharp({ create: { ...socialSize, channels: 3, background: colours.paper } })
    .composite([
      { input: Buffer.from(frame(isRtl, markX, bottom - 56)), left: 0, top: 0 },
      { input: above.data, left: start(above.info.width), top: margin },
      { input: heading.data, left: start(heading.info.width), top: margin + above.info.height + 36 },
      { input: name.data, left: nameX, top: bottom - 28 - Math.round(name.info.height / 2) },
    ])
    .png({ compressionLevel: 9, palette: true, colours: 64 })
    .toBuffer();
}

async function drawTitle(title: string, locale: string, isRtl: boolean) {
  let drawn = await drawText({ text: title, locale, size: titleSizes[0], colour: colours.ink, isRtl });
  for (const size of titleSizes.slice(1)) {
    if (drawn.info.height <= TALLEST_TITLE) break;
    drawn = await drawText({ text: title, locale, size, colour: colours.ink, isRtl });
  }
  if (drawn.info.height <= TALLEST_TITLE) return drawn;
  // Longer than a title is: its beginning says what it is about.
  const { data, info } = await sharp(drawn.data)
    .extract({ left: 0, top: 0, width: Math.min(widest, drawn.info.width), height: TALLEST_TITLE })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, info };
}

interface Text {
  text: string;
  locale: string;
  size: number;
  colour: string;
  isRtl: boolean;
}

function drawText({ text, locale, size, colour, isRtl }: Text) {
  const script = scriptOf(locale);
  const written = `${isRtl ? RIGHT_TO_LEFT : LEFT_TO_RIGHT}${escaped(text.trim() || "–")}`;
  const markup = `<span foreground="${colour}" lang="${locale}">${written}</span>`;
  return sharp({
    text: {
      text: markup,
      font: `${family[script] ?? family.Latn}, Noto Sans Bold ${size}`,
      fontfile: socialFontFile(locale),
      width: widest,
      wrap: "word-char",
      // Where lines begin: Pango turns the sides by itself for a text that runs from right to left.
      align: "left",
      dpi: 72,
      rgba: true,
      spacing: Math.round(size * 0.2),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
}

/** The band at the edge, and the mark of the site: three lines of a text, one of them covered. */
function frame(isRtl: boolean, x: number, y: number): string {
  const { width, height } = socialSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect x="${isRtl ? width - 24 : 0}" y="0" width="24" height="${height}" fill="${colours.accent}"/>
    <g transform="translate(${x} ${y}) scale(1.75)">
      <rect width="32" height="32" rx="8" fill="${colours.accent}"/>
      <rect x="7" y="8" width="18" height="3.5" rx="1.75" fill="#c4d6d5"/>
      <rect x="7" y="14" width="18" height="4.5" rx="1" fill="${colours.mark}"/>
      <rect x="7" y="21" width="11" height="3.5" rx="1.75" fill="#c4d6d5"/>
    </g>
  </svg>`;
}

function scriptOf(locale: string): string {
  const { script = "Latn" } = new Intl.Locale(locale).maximize();
  return script;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
