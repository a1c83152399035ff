import { foldWord } from "~db/search/fold-word";
import { leftOut } from "~db/search/search-words";

/** A stretch of an excerpt, and whether it is one of the words that were looked for. */
export interface ExcerptPart {
  text: string;
  isHit: boolean;
}

/** In characters. */
const BEFORE = 60;
const LENGTH = 220;

/**
 * The part of a text in which the words stand that were looked for, with those words told apart, with or without their
 * marks; its beginning where they stand in another form. Cut between words, as the language sees them.
 */
export function excerpt(text: string, words: readonly string[], locale: string): ExcerptPart[] {
  const flat = text.replace(/\s+/g, " ").trim();
  const hits = findHits(flat, [...new Set(words.map(foldWord))], locale);
  const from = hits[0] ? wordStart(flat, Math.max(0, hits[0].from - BEFORE), locale) : 0;
  const until = wordStart(flat, Math.min(flat.length, from + LENGTH), locale);
  return [
    ...(from > 0 ? [{ text: "… ", isHit: false }] : []),
    ...parts(flat.slice(0, until), from, hits),
    ...(until < flat.length ? [{ text: "…", isHit: false }] : []),
  ];
}

/** Where a word stands in a text, in UTF-16 units. */
interface Hit {
  from: number;
  until: number;
}

function parts(text: string, from: number, hits: readonly Hit[]): ExcerptPart[] {
  const found: ExcerptPart[] = [];
  let plainFrom = from;
  for (const hit of hits.filter((one) => one.from >= from && one.until <= text.length)) {
    if (hit.from > plainFrom) found.push({ text: text.slice(plainFrom, hit.from), isHit: false });
    found.push({ text: text.slice(hit.from, hit.until), isHit: true });
    plainFrom = hit.until;
  }
  if (plainFrom < text.length) found.push({ text: text.slice(plainFrom), isHit: false });
  return found;
}

function findHits(text: string, words: readonly string[], locale: string): Hit[] {
  const { folded, places } = foldText(text, locale);
  const hits: Hit[] = [];
  for (let at = 0; at < folded.length; ) {
    const word = words.find((one) => folded.startsWith(one, at) && !isLetter(folded[at - 1], one));
    const [from, until] = [places[at], places[at + (word?.length ?? 0)] ?? text.length];
    if (from !== undefined && until > from && word !== undefined) hits.push({ from, until });
    at += word?.length ?? 1;
  }
  return hits;
}

/** A text in small letters without marks, and for each letter of it the place of the one that it comes from. */
function foldText(text: string, locale: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  const known = new Map<string, string>();
  let place = 0;
  for (const sign of text) {
    const letters = known.get(sign) ?? foldWord(sign.toLocaleLowerCase(locale)).replace(leftOut, "");
    known.set(sign, letters);
    folded += letters;
    for (let index = 0; index < letters.length; index++) places.push(place);
    place += sign.length;
  }
  return { folded, places };
}

/** Whether a word goes on before the place; Chinese words have no beginning. */
function isLetter(before: string | undefined, word: string): boolean {
  return before !== undefined && /[\p{L}\p{M}\p{N}]/u.test(before) && !/^\p{Script=Han}/u.test(word);
}

function wordStart(text: string, place: number, locale: string): number {
  if (place === 0 || place >= text.length) return place;
  const from = Math.max(0, place - 80);
  for (const { segment, index } of new Intl.Segmenter(locale, { granularity: "word" }).segment(
    text.slice(from, place + 80),
  )) {
    const start = from + index;
    if (start + segment.length > place) return start;
  }
  return place;
}
