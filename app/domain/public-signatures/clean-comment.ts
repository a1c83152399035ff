/**
 * Controls, halves of characters, and marks that turn the direction of what follows. The joiners U+200C and U+200D stay:
 * Persian, Urdu and the Indic scripts spell with them.
 */
const invisible = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Plain text as it is kept: composed, trimmed, with single line breaks, and without what can't be seen. */
export function cleanComment(typed: string): string {
  return typed
    .normalize("NFC")
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(invisible, " ").replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** In characters, as people count them. */
export function commentLength(comment: string): number {
  return [...comment].length;
}
