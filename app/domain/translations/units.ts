/** One text to translate, as translators' tools know it. */
export interface Unit {
  /** Null where the file does not tell. */
  source: string | null;
  /** Null where it is not translated yet. */
  target: string | null;
  /** The target was made from another source: it is shown to the translator, and counts as none until they say it is right. */
  isOutdated?: boolean;
  /** What a translator should know of it. */
  note?: string;
}

/** Texts by key. A key is the path in the file: `article.corrections`, `landing.faq.0.answer`. */
export type Units = ReadonlyMap<string, Unit>;

/** A part of a file for translators: a file of the interface, or an item of content. */
export interface UnitFile {
  /** `interface/site`, `campaign/privacy-for-all`. */
  name: string;
  /** Of an item: the version in the translator's language that the file was made from, see `versionMark`. */
  madeFrom?: string;
  /** Of an item, where the file tells it by a number: the revision of the source. */
  sourceNumber?: number;
  units: Units;
}

/** The texts that are translated, by key. */
export function targetsOf(units: Units): Map<string, string> {
  return new Map([...units].flatMap(([key, { target }]) => (target === null ? [] : [[key, target] as const])));
}

/** What a file calls the version that it was made from: its number and the beginning of its hash, `0` for none. */
export function versionMark(version: { number: number; sha256: string } | null): string {
  return version === null ? "0" : `${version.number}.${version.sha256.slice(0, 8)}`;
}
