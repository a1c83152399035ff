/** One text to translate, as translators' tools know it. */
export interface Unit {
  source: string;
  /** Null where it is not translated yet. */
  target: string | null;
  /** What a translator should know of it. */
  note?: string;
}

/** Texts by key. A key is the path in the file: `article.corrections`, `landing.faq.0.answer`. */
export type Units = ReadonlyMap<string, Unit>;

/** A part of a file for translators: a file of the interface, or an item of content. */
export interface UnitFile {
  /** `interface/site`, `campaign/privacy-for-all`. */
  name: string;
  units: Units;
}
