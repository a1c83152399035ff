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

/** A change as a person reads it, over a few lines. */
export function changeInWords({ file, key, before, after }: TextChange): string {
  return before === null ? `${file}  ${key}\n  + ${after}` : `${file}  ${key}\n  - ${before}\n  + ${after}`;
}
