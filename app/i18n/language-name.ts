/** The name of a language, in the words of another: "Arabic" in English, "árabe" in Spanish. */
export function languageName(language: string, inLocale: string): string {
  return new Intl.DisplayNames(inLocale, { type: "language" }).of(language) ?? language;
}
