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

/** The placeholders of a text, each once, in a fixed order: `["{{url}}"]`. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(text.match(/\{\{[^{}]*\}\}/g))].sort();
}
