import type { ZipShare } from "./facts";

/** The shares of each ZIP code, in the order given. */
export function sharesByZip(shares: readonly ZipShare[]): Map<string, ZipShare[]> {
  const byZip = new Map<string, ZipShare[]>();
  for (const share of shares) {
    const rows = byZip.get(share.zip);
    if (rows === undefined) byZip.set(share.zip, [share]);
    else rows.push(share);
  }
  return byZip;
}
