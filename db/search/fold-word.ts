/**
 * Letters that are typed one for the other: from the keyboard of another language, or without the marks that it has no
 * keys for. Each is written as the one on the right.
 */
const sameLetters: readonly (readonly [RegExp, string])[] = [
  // Arabic and Urdu: the forms of alif and of the letters that carry a hamza, ya, kaf and ha.
  [/[\u0622\u0623\u0625\u0671]/g, "\u0627"],
  [/\u0624/g, "\u0648"],
  [/[\u0626\u0649\u06CC]/g, "\u064A"],
  [/\u06A9/g, "\u0643"],
  [/[\u0629\u06C0-\u06C3\u06D5]/g, "\u0647"],
  // Hindi: a dot below a letter, and the moon for the dot above it.
  [/\u093C/g, ""],
  [/\u0901/g, "\u0902"],
  // Latin letters that are no letter with a mark.
  [/ß/g, "ss"],
  [/æ/g, "ae"],
  [/œ/g, "oe"],
  [/ø/g, "o"],
  [/ł/g, "l"],
  [/ı/g, "i"],
];

/** Accents of Latin letters; marks of other scripts are letters or vowels of theirs, and stay. */
const accents = /[\u0300-\u036F]/g;

/**
 * A word in small letters as somebody types it who has not all its letters on their keyboard: `données` is `donnees`.
 * Longer than the word where one letter stands for two.
 */
export function foldWord(word: string): string {
  const plain = word.normalize("NFKD").replace(accents, "").normalize("NFKC");
  return sameLetters.reduce((folded, [letters, letter]) => folded.replace(letters, letter), plain);
}
