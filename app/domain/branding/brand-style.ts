import { type BrandColours, brandColours, checkColour, cleanColour } from "./brand-colour";

/** Where the style sheet of a colour is; what stands there never changes. */
export function brandStyleUrl(colour: string): string {
  return `/brand/${colour.slice(1)}.css`;
}

/**
 * The style sheet that gives a campaign's page its partner's colour, in light and dark: pages have no styles of their own.
 * @param digits six, hexadecimal
 * @returns null for what is no colour, or one that could not be read on our pages
 */
export function brandStyle(digits: string): string | null {
  const colour = cleanColour(digits);
  if (colour === null || !checkColour(colour).isLegible) return null;
  const { light, dark } = brandColours(colour);
  return `.branded{${rules(light)}}@media (prefers-color-scheme:dark){.branded{${rules(dark)}}}`;
}

function rules({ accent, strong, on }: BrandColours["light"]): string {
  return `--accent:${accent};--accent-strong:${strong};--on-accent:${on};--tint:var(--band)`;
}
