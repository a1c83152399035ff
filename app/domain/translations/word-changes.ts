import { diff } from "./diff";

/** A stretch of a text that was changed: it stayed, went or came. */
export interface WordChange {
  what: "kept" | "gone" | "come";
  text: string;
}

/** Of what stays, this many characters are shown at each end. */
const SHOWN_AROUND = 80;

/** What was changed in a text, word by word, in any script; long stretches that stay are shortened. */
export function wordChanges(before: string, after: string): WordChange[] {
  const changes = diff(linesOf(before), linesOf(after)).flatMap(({ kept, gone, come }): WordChange[] => {
    if (kept.length > 0) return [{ what: "kept", text: kept.join("") }];
    return changedWords(gone.join(""), come.join(""));
  });
  const all = joined(changes);
  return all.map((change, index) =>
    change.what === "kept" ? { ...change, text: shortened(change.text, index > 0, index < all.length - 1) } : change,
  );
}

function changedWords(before: string, after: string): WordChange[] {
  return diff(wordsOf(before), wordsOf(after)).flatMap(({ kept, gone, come }) => [
    ...said("kept", kept),
    ...said("gone", gone),
    ...said("come", come),
  ]);
}

function said(what: WordChange["what"], words: readonly string[]): WordChange[] {
  return words.length === 0 ? [] : [{ what, text: words.join("") }];
}

function joined(changes: readonly WordChange[]): WordChange[] {
  const all: WordChange[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (last?.what === change.what) last.text += change.text;
    else all.push({ ...change });
  }
  return all;
}

/** Each with its end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter("en", { granularity: "word" }).segment(text)].map(({ segment }) => segment);
}

function shortened(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const start = isAfterChange ? SHOWN_AROUND : 0;
  const end = isBeforeChange ? SHOWN_AROUND : 0;
  if (text.length <= start + end + 20) return text;
  return `${text.slice(0, start)}…${end > 0 ? text.slice(-end) : ""}`.replace(/\p{Cs}/gu, "");
}
