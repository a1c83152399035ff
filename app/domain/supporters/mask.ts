const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** In these scripts one letter is a word, and often the whole of a family name. */
const wordLetter = /^[\p{Script=Han}\p{Script=Hangul}]/u;

/** The first letter of a name and nothing of its length, so that a list shows that somebody is there, and not who. */
export function maskedName(name: string): string {
  const first = firstOf(name);
  return wordLetter.test(first) ? "•••" : `${first}•••`;
}

/** The same for an address; its domain, which may be an employer's or the person's own, is hidden whole. */
export function maskedEmail(email: string): string {
  return `${firstOf(email)}•••@•••`;
}

/** What a reader takes for the first letter; it may be made of several characters. */
function firstOf(text: string): string {
  for (const { segment } of graphemes.segment(text.trim())) return segment;
  return "";
}
