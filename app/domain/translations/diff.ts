/** A stretch of two lists: what both have, or what one has in place of what the other has. */
export interface Stretch<T> {
  kept: T[];
  gone: T[];
  come: T[];
}

/** Comparing more pairs than this takes too long; then everything between the same beginning and end is other. */
const MOST_PAIRS = 4_000_000;

/** The difference of two lists by their longest common part. */
export function diff<T>(before: readonly T[], after: readonly T[]): Stretch<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shortest = Math.min(before.length, after.length) - start;
  while (end < shortest && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  const stretches: Stretch<T>[] = [{ kept: before.slice(0, start), gone: [], come: [] }];
  if (gone.length * come.length > MOST_PAIRS) stretches.push({ kept: [], gone, come });
  else stretches.push(...stretchesOf(gone, come));
  stretches.push({ kept: end === 0 ? [] : before.slice(-end), gone: [], come: [] });
  return joined(stretches);
}

function stretchesOf<T>(before: readonly T[], after: readonly T[]): Stretch<T>[] {
  const width = after.length + 1;
  // The length of the longest common part of what follows each pair of places.
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const stretches: Stretch<T>[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      stretches.push({ kept: before.slice(i, i + 1), gone: [], come: [] });
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      stretches.push({ kept: [], gone: before.slice(i, i + 1), come: [] });
      i += 1;
    } else {
      stretches.push({ kept: [], gone: [], come: after.slice(j, j + 1) });
      j += 1;
    }
  }
  return stretches;
}

/** Neighbours of one kind become one stretch; empty ones go. */
function joined<T>(stretches: readonly Stretch<T>[]): Stretch<T>[] {
  const all: Stretch<T>[] = [];
  for (const { kept, gone, come } of stretches) {
    if (kept.length + gone.length + come.length === 0) continue;
    const last = all.at(-1);
    if (last && last.kept.length > 0 === kept.length > 0) {
      for (const one of kept) last.kept.push(one);
      for (const one of gone) last.gone.push(one);
      for (const one of come) last.come.push(one);
    } else {
      all.push({ kept: [...kept], gone: [...gone], come: [...come] });
    }
  }
  return all;
}
