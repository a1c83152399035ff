/** Name of the tag in a link (`?source=newsletter`) and in the sign form. */
export const SOURCE_FIELD = "source";

const shape = /^[a-z0-9-]{1,40}$/;
/** A long number or a UUID tells people apart, not links. */
const personal = /\d{10}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/;

/**
 * The tag that says which link led somebody here, such as `newsletter-march`. It is for counting: whatever is no tag, or
 * could name a person, is dropped without a word.
 */
export function sourceTag(given: unknown): string | null {
  return typeof given === "string" && shape.test(given) && !personal.test(given) ? given : null;
}
