type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** The texts of a value of JSON by their paths: `landing.faq.0.answer`. Numbers and the like are not for translators. */
export function textsOf(value: unknown, path = ""): Map<string, string> {
  const below = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([key, part]) => [...textsOf(part, below(key))]));
}

/** The same value with other texts; what `texts` does not name stays. Nothing is added that was not there. */
export function withTexts(value: unknown, texts: ReadonlyMap<string, string>, path = ""): Json {
  const below = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  if (typeof value === "string") return texts.get(path) ?? value;
  if (Array.isArray(value)) return value.map((part, index) => withTexts(part, texts, below(index)));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withTexts(part, texts, below(key))]));
  }
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
