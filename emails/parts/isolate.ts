const FIRST_STRONG_ISOLATE = "\u2068";
const POP_DIRECTIONAL_ISOLATE = "\u2069";

/** Line breaks and other controls, and the marks that would carry their direction beyond the inserted text. */
const disturbing = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Marks inserted text (a name, a title) so that its direction can't reorder the sentence around it
 * (Unicode Bidirectional Algorithm, UAX #9, 2.4). `Words` turns the marks into `<bdi>`.
 */
export function isolate(inserted: string): string {
  return FIRST_STRONG_ISOLATE + withoutControls(inserted) + POP_DIRECTIONAL_ISOLATE;
}

export function withoutControls(inserted: string): string {
  return inserted.replace(disturbing, " ").trim();
}

/** A sentence as the pieces before, inside and after the marks; every second piece was isolated. */
export function splitAtIsolates(sentence: string): string[] {
  return sentence.split(/[\u2068\u2069]/u);
}

/** How plain text says what `<bdi>` says in HTML. */
export const isolatesAsText = { prefix: FIRST_STRONG_ISOLATE, suffix: POP_DIRECTIONAL_ISOLATE };
