import { diff } from "./diff";

export interface TextChange {
  file: string;
  key: string;
  /** Null where there was none. */
  before: string | null;
  after: string;
}

/** What an import would change: texts that are new or other than before. What it leaves out stays. */
export function changedTexts(
  file: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): TextChange[] {
  return [...after]
    .filter(([key, text]) => before.get(key) !== text)
    .map(([key, text]) => ({ file, key, before: before.get(key) ?? null, after: text }));
}

/** Of a line that changes in a few words, those that stay before and behind a change, in words and signs between them. */
const WORDS_AROUND = 8;

/**
 * A change as a person reads it, each line with a mark before it: `-` goes, `+` comes, `~` changes in the words that
 * stand in brackets (`[-goes-]{+comes+}`), `…` stands for what stays.
 */
export function changeInWords({ file, key, before, after }: TextChange): string {
  const lines = before === null ? after.split("\n").map((line) => `+ ${line}`) : changedLines(before, after);
  return [`${file}  ${key}`, ...lines.map((line) => `  ${printable(line)}`)].join("\n");
}

function changedLines(before: string, after: string): string[] {
  return diff(before.split("\n"), after.split("\n")).flatMap(({ kept, gone, come }) => {
    if (kept.length > 0) return ["…"];
    const isLineByLine = gone.length === come.length;
    return isLineByLine
      ? gone.flatMap((line, index) => changedLine(line, come[index] ?? ""))
      : [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)];
  });
}

function changedLine(before: string, after: string): string[] {
  const parts = diff(wordsOf(before), wordsOf(after));
  const keeps = parts.reduce((sum, { kept }) => sum + kept.join("").trim().length, 0);
  if (keeps * 2 < Math.min(before.length, after.length)) return [`- ${before}`, `+ ${after}`];
  const words = parts.map(({ kept, gone, come }, index) => {
    if (kept.length > 0) return shortened(kept, index > 0, index < parts.length - 1);
    return [gone.length > 0 ? `[-${gone.join("")}-]` : "", come.length > 0 ? `{+${come.join("")}+}` : ""].join("");
  });
  return [`~ ${words.join("")}`];
}

/** In any script: also where words are not parted by spaces. */
function wordsOf(line: string): string[] {
  return [...new Intl.Segmenter("en", { granularity: "word" }).segment(line)].map(({ segment }) => segment);
}

function shortened(words: readonly string[], isAfterChange: boolean, isBeforeChange: boolean): string {
  const start = isAfterChange ? WORDS_AROUND : 0;
  const end = isBeforeChange ? WORDS_AROUND : 0;
  if (words.length <= start + end + 1) return words.join("");
  return [words.slice(0, start).join(""), "…", end > 0 ? words.slice(-end).join("") : ""].join("");
}

/** What a terminal would take for an order is shown as a sign. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (sign) => (sign === "\t" ? sign : "\ufffd"));
}
