import { isSlug } from "../content/slug-rule";

/** In characters; an address may be longer, but nobody reads it to the end. */
const LONGEST = 60;

/** An address made from a title: `Cafés sin rastreo` becomes `cafes-sin-rastreo`. @returns "" where nothing is left of it */
export function suggestSlug(title: string): string {
  const plain = title
    // Accents of Latin letters are left out; marks that other scripts cannot be read without stay.
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
  const words = plain.split(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+/u).filter((word) => word !== "");
  const slug = words.reduce((made, word) => {
    const next = made === "" ? word : `${made}-${word}`;
    return [...next].length <= LONGEST || made === "" ? next : made;
  }, "");
  const short = [...slug].slice(0, LONGEST).join("");
  return isSlug(short) ? short : "";
}
