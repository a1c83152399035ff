/**
 * Whether a browser sent the Global Privacy Control signal: a header value of exactly `1`. Repeated headers
 * arrive joined by commas; one `1` among them counts (GPC, W3C draft, section 3.2).
 */
export function hasPrivacySignal(header: string | string[] | undefined): boolean {
  return [header ?? []]
    .flat()
    .flatMap((value) => value.split(","))
    .some((value) => value.trim() === "1");
}
