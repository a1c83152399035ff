/** What is published in the source's language, and the hash of each of its revisions by number. */
export interface SourceVersions {
  published: number | null;
  hashes: ReadonlyMap<number, string>;
}

/**
 * Whether the source moved on since a translation was made: a later revision is published, and it says something else.
 * A source that went back to its earlier words makes the translations of those right again.
 * @param sourceNumber the revision of the source that was translated; null for the source itself
 */
export function isStaleTranslation(sourceNumber: number | null, source: SourceVersions): boolean {
  if (sourceNumber === null || source.published === null || source.published <= sourceNumber) return false;
  return source.hashes.get(sourceNumber) !== source.hashes.get(source.published);
}
