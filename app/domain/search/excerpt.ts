/** A stretch of an excerpt, and whether it is one of the words that were looked for. */
export interface ExcerptPart {
  text: string;
  isHit: boolean;
}

/** In characters. */
const BEFORE = 60;
const LENGTH = 220;

/**
 * The part of a text in which the words stand that were looked for, with those words told apart; its beginning where
 * they stand in another form. Cut between words, as the language sees them.
 */
export function excerpt(text: string, words: readonly string[], locale: string): ExcerptPart[] {
  const flat = text.replace(/\s+/g, " ").trim();
  const lower = flat.toLocaleLowerCase(locale);
  // A letter whose small form has another length would shift every place behind it.
  const findable = lower.length === flat.length ? words : [];
  const first = Math.min(...findable.map((word) => lower.indexOf(word)).filter((place) => place >= 0));
  const from = Number.isFinite(first) ? wordStart(flat, Math.max(0, first - BEFORE), locale) : 0;
  const until = wordStart(flat, Math.min(flat.length, from + LENGTH), locale);
  return [
    ...(from > 0 ? [{ text: "… ", isHit: false }] : []),
    ...parts(flat.slice(from, until), lower.slice(from, until), findable),
    ...(until < flat.length ? [{ text: "…", isHit: false }] : []),
  ];
}

function parts(text: string, lower: string, words: readonly string[]): ExcerptPart[] {
  const found: ExcerptPart[] = [];
  let plainFrom = 0;
  for (let place = 0; place < text.length; ) {
    const word = words.find((one) => lower.startsWith(one, place) && !isLetter(lower[place - 1], one));
    if (word === undefined) {
      place++;
      continue;
    }
    if (place > plainFrom) found.push({ text: text.slice(plainFrom, place), isHit: false });
    found.push({ text: text.slice(place, place + word.length), isHit: true });
    place += word.length;
    plainFrom = place;
  }
  if (plainFrom < text.length) found.push({ text: text.slice(plainFrom), isHit: false });
  return found;
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
