import type { Message } from "./compose-letter";
import { plainLine, plainText } from "./plain-text";

/**
 * A number that is the same for the same text (FNV-1a, 32 bits). Offices group identical messages and count them as one,
 * so letters differ by what people chose; without chance, because the page, its script and the server must agree.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** One of the list, the same for the same text; undefined where the list is empty. */
export function pickBy<T>(list: readonly T[], text: string): T | undefined {
  return list[hashOf(text) % Math.max(list.length, 1)];
}

/** Of the message with the ends of its lines as every browser sends them. */
export function markOf({ subject, text }: Message): string {
  return hashOf(`${plainLine(subject)}\n${plainText(text)}`).toString(36);
}
