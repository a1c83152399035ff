import { textsOf } from "./text-paths";

/** A text that goes with a path of a source, and whether it was made from other words than stand there now. */
export interface CarriedText {
  text: string;
  isOutdated: boolean;
}

/**
 * What of a translation goes with a source that was changed since, by the paths of the source. Parts of a list are
 * found again by their id, by what they say or, in part, by what they said: where one was put in between, the others
 * keep their translations.
 */
export function carryOver(
  source: unknown,
  earlier: { source: unknown; translation: unknown },
  path: readonly string[] = [],
): Map<string, CarriedText> {
  const { source: before, translation } = earlier;
  if (typeof source === "string") {
    if (typeof translation !== "string") return new Map();
    return new Map([[path.join("."), { text: translation, isOutdated: source !== before }]]);
  }
  if (!isParts(source) || !isParts(before) || !isParts(translation)) return new Map();
  const keyBefore = Array.isArray(source) && Array.isArray(before) ? matches(source, before) : Object.keys(source);
  return new Map(
    Object.entries(source).flatMap(([key, part], index) => {
      const old = keyBefore[index];
      if (old === undefined || old === null) return [];
      return [...carryOver(part, { source: before[old], translation: translation[old] }, [...path, key])];
    }),
  );
}

function isParts(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

type IsSame = (part: unknown, before: unknown) => boolean;

/** For each part of a list the index that it had before, or null for a new one. */
function matches(parts: readonly unknown[], before: readonly unknown[]): (string | null)[] {
  const found: (number | null)[] = parts.map(() => null);
  for (const isSame of [sayTheSame, sayTheSameInPart]) {
    for (const [index, part] of parts.entries()) {
      if (found[index] !== null) continue;
      const old = before.findIndex((one, at) => !found.includes(at) && mayBeSame(part, one) && isSame(part, one));
      if (old >= 0) found[index] = old;
    }
  }
  pairGaps(found, before.length, (index, old) => mayBeSame(parts[index], before[old]));
  return found.map((old) => (old === null ? null : String(old)));
}

/** Between two parts that are found, as many new ones as there were before are those, with other words. */
function pairGaps(found: (number | null)[], countBefore: number, mayBe: (index: number, old: number) => boolean): void {
  for (let start = 0; start < found.length; start += 1) {
    if (found[start] !== null) continue;
    let end = start;
    while (end < found.length && found[end] === null) end += 1;
    const first = start === 0 ? 0 : (found[start - 1] ?? 0) + 1;
    const after = end === found.length ? countBefore : (found[end] ?? 0);
    const isFree = !found.some((old) => old !== null && old >= first && old < after);
    if (isFree && after - first === end - start) {
      for (let index = start; index < end; index += 1) {
        const old = first + index - start;
        if (mayBe(index, old)) found[index] = old;
      }
    }
    start = end;
  }
}

/** A part that has an id is the one that had it, whatever it says. */
function mayBeSame(part: unknown, before: unknown): boolean {
  return idOf(part) === idOf(before);
}

function idOf(part: unknown): unknown {
  return isParts(part) ? part.id : undefined;
}

const sayTheSame: IsSame = (part, before) => {
  const texts = textsOf(part);
  const others = textsOf(before);
  return texts.size === others.size && [...texts].every(([path, text]) => others.get(path) === text);
};

const sayTheSameInPart: IsSame = (part, before) => {
  const others = textsOf(before);
  return [...textsOf(part)].some(([path, text]) => others.get(path) === text);
};
