import type { Encoding } from "./page-cache.server";

/** What the few browsers there are send, and what it means. */
const known = new Map<string, Encoding>();
const MOST_KNOWN = 500;

/** The best encoding that a client takes (RFC 9110, 12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return "identity";
  const before = known.get(header);
  if (before !== undefined) return before;
  const takes = (name: string) =>
    header.split(",").some((part) => {
      const [coding, ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
      return coding === name && !parameters.some((parameter) => /^q=0(\.0{0,3})?$/.test(parameter));
    });
  const encoding = takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
  if (known.size < MOST_KNOWN) known.set(header, encoding);
  return encoding;
}
