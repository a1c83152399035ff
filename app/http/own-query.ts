/**
 * The part of a query that makes a page of its own, `?` in front: a page of a list that is not the first. Nothing else
 * does, so filters and what a campaign counts by lead search engines to the same address.
 */
export function ownQuery(search: string): string {
  const page = new URLSearchParams(search).get("page");
  return page !== null && /^[1-9]\d*$/.test(page) && page !== "1" ? `?page=${page}` : "";
}
