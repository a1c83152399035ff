import { lookup } from "node:dns/promises";
import { BlockList, isIPv6 } from "node:net";
import { FactsError } from "./facts-error";

/** Addresses inside a network: RFC 1918, 6598, 3927, 4193, 4291 and their like. */
const inside = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  inside.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  inside.addSubnet(network, bits, "ipv6");
}

/**
 * Where a redirect leads. Whoever runs the source may move it, but not turn us to a machine inside our own network,
 * nor away from https.
 * @param given the address that was asked for first; its own host is trusted wherever it is
 * @throws {FactsError} when the redirect must not be followed
 */
export async function nextAddress(from: URL, location: string, given: URL): Promise<URL> {
  const refused = (why: string) => new FactsError(`${given} redirects to ${why}, where nothing is fetched from.`);
  if (!URL.canParse(location, from)) throw refused("no address");
  const next = new URL(location, from);
  if (next.protocol !== "https:" && next.protocol !== "http:") throw refused(`an address of ${next.protocol}`);
  if (from.protocol === "https:" && next.protocol === "http:") throw refused("an address without encryption");
  if (next.hostname !== given.hostname && (await leadsInside(next.hostname))) {
    throw refused("an address inside a private network");
  }
  return next;
}

async function leadsInside(hostname: string): Promise<boolean> {
  const found = await lookup(hostname.replace(/^\[|\]$/g, ""), { all: true });
  return found.some(({ address }) => inside.check(address, isIPv6(address) ? "ipv6" : "ipv4"));
}
