import { BlockList, isIP } from "node:net";

/** Addresses that tell nothing about where somebody is: this machine, private networks, a provider's inner network, many receivers. */
const nowhere = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["224.0.0.0", 3],
] as const) {
  nowhere.addSubnet(net, prefix, "ipv4");
}
for (const [net, prefix] of [
  ["::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const) {
  nowhere.addSubnet(net, prefix, "ipv6");
}

/**
 * The network that one subscriber has: an IPv4 address as it is, the first 64 bits of an IPv6 address (RFC 6177),
 * and the IPv4 address in an IPv4-mapped one (RFC 4291, section 2.5.5.2).
 * @returns one spelling for each network; null where an address leads to nobody: were an unnamed proxy in front,
 * all signers would seem to be one network
 */
export function networkOfAddress(address: string | undefined): string | null {
  const plain = address?.split("%")[0] ?? "";
  const version = isIP(plain);
  if (version === 4) return nowhere.check(plain, "ipv4") ? null : plain;
  if (version !== 6) return null;

  const groups = groupsOf(plain);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return networkOfAddress(groups.slice(6).flatMap(bytesOf).join("."));
  if (nowhere.check(plain, "ipv6")) return null;
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight groups of 16 bits of a valid IPv6 address in any of its spellings. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const before = partsOf(head);
  const after = partsOf(tail ?? "");
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => 0), ...after];
}

function partsOf(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((part) => {
    if (!part.includes(".")) return [Number.parseInt(part, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = part.split(".").map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

function bytesOf(group: number): [number, number] {
  return [group >> 8, group & 0xff];
}
