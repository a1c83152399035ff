import { banglaSyllables, hindiSyllables } from "./common-syllables";

/** A font file that the product carries, and what it is cut from. */
export interface FontPart {
  /** Beside this file. `.woff2` go to browsers, `social-*.ttf` draw the pictures that stand for a shared page, `pdf-*.ttf` documents. */
  file: string;
  source: string;
  /** First and last letter of what is always in it. */
  ranges: readonly (readonly [number, number])[];
  /** More letters that are always in it. */
  letters?: () => string;
  /** What these languages' words use is in it too, where `script` fits. */
  locales: readonly string[];
  script: RegExp;
  /**
   * Syllables that are drawn right besides those of the words. Any other joined letters stand beside each other, as
   * readers know it from old telephones: all that a font can join would weigh twice as much. Without it all are kept.
   */
  syllables?: string;
}

/** What shapes a text by itself (OpenType). What a reader would have to ask for, such as other figures, is left out. */
export const layoutFeatures: readonly string[] = [
  ...["ccmp", "locl", "nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "abvf", "half", "pstf", "vatu", "cjct"],
  ...["isol", "init", "medi", "fina", "rlig", "calt", "liga", "clig", "pres", "abvs", "blws", "psts", "haln"],
  ...["kern", "dist", "mark", "mkmk", "abvm", "blwm", "curs", "tnum"],
];

const latin = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20a0, 0x20bf],
] as const;
const arabic = [
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x61f],
  [0x621, 0x63a],
  [0x640, 0x652],
  [0x660, 0x669],
  [0x200c, 0x200f],
] as const;
/** Letters of Urdu and its neighbours that Arabic has not. */
const urdu = [
  [0x670, 0x670],
  [0x679, 0x679],
  [0x67e, 0x67e],
  [0x686, 0x688],
  [0x691, 0x691],
  [0x698, 0x698],
  [0x6a9, 0x6af],
  [0x6ba, 0x6be],
  [0x6c1, 0x6c3],
  [0x6cc, 0x6d4],
  [0x6f0, 0x6f9],
] as const;
/** The whole block, for names from Morocco to Pakistan. */
const allArabic = [
  [0x20, 0x20],
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x200c, 0x200d],
] as const;
const devanagari = [
  [0x900, 0x97f],
  [0x200c, 0x200d],
] as const;
/** Without the letters of Marathi, Nepali, Sanskrit and the languages of the south. */
const hindi = [
  [0x901, 0x903],
  [0x905, 0x90b],
  [0x90f, 0x911],
  [0x913, 0x928],
  [0x92a, 0x930],
  [0x932, 0x932],
  [0x935, 0x939],
  [0x93c, 0x943],
  [0x947, 0x949],
  [0x94b, 0x94d],
  [0x964, 0x965],
  [0x200c, 0x200d],
] as const;
const bengali = [
  [0x964, 0x965],
  [0x980, 0x9fe],
  [0x200c, 0x200d],
] as const;
/** Without the letters of Assamese and Sanskrit, and the old signs for money. */
const bangla = [
  [0x964, 0x964],
  [0x981, 0x983],
  [0x985, 0x98b],
  [0x98f, 0x990],
  [0x993, 0x9a8],
  [0x9aa, 0x9b0],
  [0x9b2, 0x9b2],
  [0x9b6, 0x9b9],
  [0x9bc, 0x9bc],
  [0x9be, 0x9c3],
  [0x9c7, 0x9c8],
  [0x9cb, 0x9ce],
  [0x9d7, 0x9d7],
  [0x9dc, 0x9dd],
  [0x9df, 0x9df],
  [0x9e6, 0x9ef],
  [0x9f3, 0x9f3],
  [0x200c, 0x200d],
] as const;
/** Letters of English, Spanish, French, German, Portuguese, Swahili and Indonesian, and their marks. */
const latinOfTheWest = [
  [0x20, 0x7e],
  [0xa0, 0xa1],
  [0xab, 0xab],
  [0xb7, 0xb7],
  [0xbb, 0xbb],
  [0xbf, 0xcf],
  [0xd1, 0xd6],
  [0xd8, 0xdc],
  [0xdf, 0xef],
  [0xf1, 0xf6],
  [0xf8, 0xfc],
  [0xff, 0xff],
  [0x152, 0x153],
  [0x2013, 0x2014],
  [0x2018, 0x201e],
  [0x2026, 0x2026],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
] as const;
const chinese = [
  [0x3001, 0x3003],
  [0x3008, 0x3011],
  [0xff01, 0xff5e],
] as const;

const anyArabic = /\p{Script=Arabic}/u;

export const fontParts: readonly FontPart[] = [
  {
    file: "serif-latin.woff2",
    source: "newsreader-latin-600-normal.woff2",
    ranges: latinOfTheWest,
    locales: [],
    script: /\p{Script=Latin}/u,
  },
  {
    file: "naskh-arabic.woff2",
    source: "NotoNaskhArabic_400Regular.ttf",
    ranges: arabic,
    locales: ["ar"],
    script: anyArabic,
  },
  {
    file: "naskh-urdu.woff2",
    source: "NotoNaskhArabic_400Regular.ttf",
    ranges: [...arabic, ...urdu],
    locales: ["ur"],
    script: anyArabic,
  },
  {
    file: "sans-devanagari.woff2",
    source: "NotoSansDevanagari_400Regular.ttf",
    ranges: hindi,
    locales: ["hi"],
    script: /\p{Script=Devanagari}/u,
    syllables: hindiSyllables,
  },
  {
    file: "sans-bengali.woff2",
    source: "NotoSansBengali_400Regular.ttf",
    ranges: bangla,
    locales: ["bn"],
    script: /\p{Script=Bengali}/u,
    syllables: banglaSyllables,
  },
  {
    file: "social-latin.ttf",
    source: "NotoSans_700Bold.ttf",
    ranges: latin,
    locales: ["en"],
    script: /\p{Script=Latin}/u,
  },
  {
    file: "social-arabic.ttf",
    source: "NotoNaskhArabic_700Bold.ttf",
    ranges: [...arabic, ...urdu],
    locales: ["ar", "ur"],
    script: anyArabic,
  },
  {
    file: "social-devanagari.ttf",
    source: "NotoSansDevanagari_700Bold.ttf",
    ranges: devanagari,
    locales: ["hi"],
    script: /\p{Script=Devanagari}/u,
  },
  {
    file: "social-bengali.ttf",
    source: "NotoSansBengali_700Bold.ttf",
    ranges: bengali,
    locales: ["bn"],
    script: /\p{Script=Bengali}/u,
  },
  {
    file: "social-chinese.ttf",
    source: "NotoSansTC_700Bold.ttf",
    ranges: chinese,
    letters: commonChinese,
    locales: ["zh-Hant"],
    script: /\p{Script=Han}/u,
  },
  {
    file: "pdf-chinese.ttf",
    source: "NotoSansTC_400Regular.ttf",
    ranges: [...chinese, [0x3100, 0x312f]],
    letters: commonChinese,
    locales: ["zh-Hant"],
    script: /\p{Script=Han}/u,
  },
  {
    file: "pdf-arabic.ttf",
    source: "NotoNaskhArabic_400Regular.ttf",
    ranges: allArabic,
    locales: [],
    script: anyArabic,
  },
  {
    file: "pdf-devanagari.ttf",
    source: "NotoSansDevanagari_400Regular.ttf",
    ranges: [[0x20, 0x20], ...devanagari],
    locales: [],
    script: /\p{Script=Devanagari}/u,
  },
  {
    file: "pdf-bengali.ttf",
    source: "NotoSansBengali_400Regular.ttf",
    ranges: [[0x20, 0x20], ...bengali],
    locales: [],
    script: /\p{Script=Bengali}/u,
  },
];

/** The 5,401 signs in common use, which are the first level of Big5: lead bytes A4 to C6. */
function commonChinese(): string {
  const decoder = new TextDecoder("big5");
  const trails = [...span(0x40, 0x7e), ...span(0xa1, 0xfe)];
  return span(0xa4, 0xc6)
    .flatMap((lead) => trails.map((trail) => decoder.decode(Uint8Array.of(lead, trail))))
    .filter((sign) => /^\p{Script=Han}$/u.test(sign))
    .join("");
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
