/** In characters. */
const LONGEST = 1_000;

export type LinkRefusal = "linkFaulty" | "linkInsecure" | "linkWithPassword" | "linkPrivate" | "linkPort" | "tooLong";

/** Names that lead nowhere from outside. */
const insideNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|onion|arpa)$/;

/**
 * Reads the link of an action: a page that everybody can open, encrypted, by the name of a site. Whether its address is a
 * private one is seen only when it is looked up.
 */
export function readLink(text: string): { url: string } | { fault: LinkRefusal } {
  if (text.length > LONGEST) return { fault: "tooLong" };
  if (!URL.canParse(text)) return { fault: "linkFaulty" };
  const url = new URL(text);
  if (url.protocol === "http:") return { fault: "linkInsecure" };
  if (url.protocol !== "https:") return { fault: "linkFaulty" };
  if (url.username !== "" || url.password !== "") return { fault: "linkWithPassword" };
  if (url.port !== "") return { fault: "linkPort" };
  const host = url.hostname.replace(/\.$/, "");
  const isAddress = /^[\d.]+$/.test(host) || host.startsWith("[");
  if (isAddress || !host.includes(".") || insideNames.test(host)) return { fault: "linkPrivate" };
  return { url: url.href };
}
