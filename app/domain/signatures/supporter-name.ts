/** Longest name, in characters (code points). */
export const MAX_NAME_LENGTH = 120;

// Control characters, line and paragraph separators, byte order mark, and the marks that override or embed
// the direction of text (UAX #9): in a list of names they would turn the neighbours round as well. The
// joiners U+200C and U+200D stay: Persian and the Indic scripts spell with them.
const invisible = /[\p{Cc}\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]+/gu;

const link =
  /:\/\/|\bwww\.|[\p{L}\p{N}]\.\p{L}{2,}\/|[\p{L}\p{N}-]{2,}\.(com|net|org|info|biz|xyz|top|online|site|website|shop|store|link|click|app|dev|live|club|ru|cn|example)(?![\p{L}\p{N}])|[\p{L}\p{N}-]{4,}\.(io|co|me|to|tk|ly|cc|ws|su)(?![\p{L}\p{N}])/iu;

/** A name as it is kept: composed (NFC), trimmed, without what can't be seen. */
export function cleanName(typed: string): string {
  return typed.normalize("NFC").replace(invisible, " ").replace(/ {2,}/g, " ").trim();
}

export type NameFault = "missing" | "tooLong" | "link" | "formula";

/** What is wrong with a clean name, or null. Names of one letter and of any script are names. */
export function nameFault(name: string): NameFault | null {
  if (!/\p{L}/u.test(name)) return /^[=+\-@]/.test(name.normalize("NFKC")) ? "formula" : "missing";
  if ([...name].length > MAX_NAME_LENGTH) return "tooLong";
  // A spreadsheet would run such a name as a formula when the petition is delivered as a table.
  if (/^[=+\-@]/.test(name.normalize("NFKC"))) return "formula";
  return link.test(name) ? "link" : null;
}

/**
 * One spelling for each person: case, accents of Latin letters, Arabic vowel signs, points,
 * spaces and what has no width do not tell two apart.
 */
export function normalizedName(name: string): string {
  return cleanName(name)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u0652\u0670\u0640\u00ad\u200b-\u200f\u2060]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[.,'’`´-]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
