const MOST_PAGES = 10_000;

/** The page of a list that an address asks for; 1 where it asks for none that there can be. */
export function pageNumber(params: { get(name: string): string | null }): number {
  const page = Number(params.get("page") ?? "1");
  return Number.isInteger(page) && page >= 1 ? Math.min(page, MOST_PAGES) : 1;
}
