/** Whether a text is a language tag in its usual spelling: `pt-BR`, not `pt-br`. */
export function isLocaleTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}
