/** Whether a locale is written in Latin letters, which the heading font has. */
export function isInLatinLetters(locale: string): boolean {
  return new Intl.Locale(locale).maximize().script === "Latn";
}
