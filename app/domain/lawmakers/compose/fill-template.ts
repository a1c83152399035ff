/** Puts values into a template's {{placeholders}}, once: a placeholder inside a value stays as it is. */
export function fillTemplate(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values.get(key) ?? whole);
}
