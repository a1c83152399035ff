/** The five digits of a ZIP code or a ZIP+4 (`94110`, `94110-1234`) without the spaces around it, or null. */
export function parseZip(text: string): string | null {
  return /^\s*([0-9]{5})(-[0-9]{4})?\s*$/.exec(text)?.[1] ?? null;
}
