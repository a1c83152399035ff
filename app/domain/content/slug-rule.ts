/** In characters. */
const LONGEST = 80;

/** Small letters, digits and marks of any script, in words joined by single hyphens. */
const words = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+)*$/u;

/** Whether a text can be an address: one spelling each, so that it is found however it was typed. */
export function isSlug(text: string): boolean {
  return words.test(text) && [...text].length <= LONGEST && text.normalize("NFC") === text;
}
