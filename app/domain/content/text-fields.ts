/** One text within the fields of a revision. */
export interface TextField {
  /** `share.message`, `demands.2`. */
  path: string;
  text: string;
}

/** Every text within a value of JSON, with the way to it. */
export function textsIn(value: unknown, path: readonly string[] = []): TextField[] {
  if (typeof value === "string") return [{ path: path.join("."), text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, key]));
}

/**
 * Whether a text can be kept and handed on: PostgreSQL takes no NUL, UTF-8 no half of a pair of surrogates, and XML no
 * control character but those that move the line.
 */
export function isKeepable(text: string): boolean {
  return !/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/u.test(text);
}

/** The placeholders of a text, each once, in a fixed order: `["{{url}}"]`. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(text.match(/\{\{[^{}]*\}\}/g))].sort();
}
