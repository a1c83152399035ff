import type { TextDirection } from "~/i18n/text-direction";

/** A piece of a line that runs in one direction; its text is in the order of reading. */
export interface VisualRun {
  text: string;
  isRtl: boolean;
}

/** Classes of UAX #9, table 4, as far as text without direction marks has them. */
type BidiClass = "L" | "R" | "AL" | "EN" | "AN" | "ES" | "ET" | "CS" | "NSM" | "ON";

const classes: readonly (readonly [BidiClass, RegExp])[] = [
  ["NSM", /[\p{Mn}\p{Me}]/u],
  ["AN", /[\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd]/u],
  ["EN", /[0-9\u06f0-\u06f9\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\uff10-\uff19]/u],
  ["ES", /[+\-\u207a\u207b\u2212]/u],
  ["ET", /[#$%\u00a2-\u00a5\u00b0\u00b1\u066a\u2030-\u2034\p{Sc}]/u],
  ["CS", /[,./:\u00a0\u060c\u202f\u2044]/u],
  ["AL", /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u],
  ["R", /[\p{Script=Hebrew}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u],
  ["L", /[\p{L}\p{Mc}\p{Nl}\p{Nd}\p{No}]/u],
];

function classOf(character: string): BidiClass {
  return classes.find(([, shape]) => shape.test(character))?.[0] ?? "ON";
}

/** The direction of a text by its first letter that has one (UAX #9, rules P2 and P3). */
export function directionOf(text: string, otherwise: TextDirection): TextDirection {
  for (const character of text) {
    const kind = classOf(character);
    if (kind === "L") return "ltr";
    if (kind === "R" || kind === "AL") return "rtl";
  }
  return otherwise;
}

/**
 * Puts a line into the order in which it is drawn, from left to right: the Unicode Bidirectional Algorithm (UAX #9) for text
 * without marks and isolates. Pairs of brackets follow the rules of neutrals (N1, N2), not N0.
 */
export function visualRuns(line: string, base: TextDirection): VisualRun[] {
  const characters = [...line];
  const levels = levelsOf(characters, base === "rtl" ? 1 : 0);
  const runs: { text: string; level: number }[] = [];
  for (const [at, character] of characters.entries()) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.text += character;
    else runs.push({ text: character, level });
  }
  // L2: from the highest level down, what has at least that level is turned around.
  const highest = Math.max(0, ...levels);
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < runs.length; from++) {
      let to = from;
      while (to < runs.length && (runs[to]?.level ?? 0) >= level) to++;
      if (to - from > 1) runs.splice(from, to - from, ...runs.slice(from, to).reverse());
      if (to > from) from = to - 1;
    }
  }
  return runs.map(({ text, level }) => ({ text: level % 2 === 1 ? mirrored(text) : text, isRtl: level % 2 === 1 }));
}

function levelsOf(characters: readonly string[], base: 0 | 1): number[] {
  const kinds = characters.map(classOf);
  const sos: BidiClass = base === 1 ? "R" : "L";
  resolveWeak(kinds, sos);
  resolveNeutral(kinds, sos);
  const levels = kinds.map((kind): number => {
    if (base === 0) return kind === "R" ? 1 : kind === "EN" || kind === "AN" ? 2 : 0;
    return kind === "L" || kind === "EN" || kind === "AN" ? 2 : 1;
  });
  // L1: spaces at the end go with the paragraph.
  for (let at = characters.length - 1; at >= 0 && /\s/.test(characters[at] ?? ""); at--) levels[at] = base;
  return levels;
}

/** Rules W1 to W7. */
function resolveWeak(kinds: BidiClass[], sos: BidiClass) {
  const at = (place: number) => kinds[place] ?? "ON";
  for (const [place, kind] of kinds.entries()) if (kind === "NSM") kinds[place] = place === 0 ? sos : at(place - 1);
  let strong = sos;
  for (const [place, kind] of kinds.entries()) {
    if (kind === "L" || kind === "R" || kind === "AL") strong = kind;
    if (kind === "EN" && strong === "AL") kinds[place] = "AN";
  }
  for (const [place, kind] of kinds.entries()) if (kind === "AL") kinds[place] = "R";
  for (const [place, kind] of kinds.entries()) {
    const [before, after] = [at(place - 1), at(place + 1)];
    if (kind === "ES" && before === "EN" && after === "EN") kinds[place] = "EN";
    if (kind === "CS" && before === after && (before === "EN" || before === "AN")) kinds[place] = before;
  }
  for (let place = 0; place < kinds.length; place++) {
    if (at(place) !== "ET") continue;
    let end = place;
    while (at(end) === "ET" && end < kinds.length) end++;
    if (at(place - 1) === "EN" || at(end) === "EN") kinds.fill("EN", place, end);
    place = end - 1;
  }
  strong = sos;
  for (const [place, kind] of kinds.entries()) {
    if (kind === "ES" || kind === "ET" || kind === "CS") kinds[place] = "ON";
    if (kind === "L" || kind === "R") strong = kind;
    if (kind === "EN" && strong === "L") kinds[place] = "L";
  }
}

/** Rules N1 and N2. */
function resolveNeutral(kinds: BidiClass[], sos: BidiClass) {
  const side = (kind: BidiClass | undefined): BidiClass =>
    kind === undefined ? sos : kind === "EN" || kind === "AN" ? "R" : kind;
  for (let place = 0; place < kinds.length; place++) {
    if (kinds[place] !== "ON") continue;
    let end = place;
    while (kinds[end] === "ON") end++;
    const [before, after] = [side(kinds[place - 1]), side(kinds[end])];
    kinds.fill(before === after ? before : sos, place, end);
    place = end - 1;
  }
}

const pairs = "()[]{}<>«»‹›";

/** L4: brackets open towards where the text begins. */
function mirrored(text: string): string {
  return [...text]
    .map((character) => {
      const place = pairs.indexOf(character);
      return place === -1 ? character : (pairs[place % 2 === 0 ? place + 1 : place - 1] ?? character);
    })
    .join("");
}
