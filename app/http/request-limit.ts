import { networkOfAddress } from "~/domain/abuse/network-of-address";

export interface RequestLimit {
  /** Takes one request of an address. @returns seconds until the next is taken, or 0 where this one is */
  take(address: string | undefined): number;
}

/** More networks at once are a flood: the longest silent one is forgotten, and so gets a full bucket again. */
const MOST_NETWORKS = 50_000;

/**
 * Takes so many requests a minute from one network, in memory alone, and forgets a network that has been silent for
 * a minute. Addresses that tell nobody apart are not limited, as with signing: behind a proxy that is not named in the
 * settings everybody has the same one.
 */
export function createRequestLimit(perMinute: number, now: () => number = () => performance.now()): RequestLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = perMinute / 60_000;

  function forgetFull(at: number) {
    // In the order of their last request, so that the silent ones stand in front.
    for (const [network, bucket] of buckets) {
      if (at - bucket.at < 60_000 && buckets.size <= MOST_NETWORKS) break;
      buckets.delete(network);
    }
  }

  return {
    take(address) {
      const network = networkOfAddress(address);
      if (network === null) return 0;
      const at = now();
      const before = buckets.get(network);
      const left = before === undefined ? perMinute : Math.min(perMinute, before.left + (at - before.at) * perMs);
      const isTaken = left >= 1;
      buckets.delete(network);
      buckets.set(network, { left: isTaken ? left - 1 : left, at });
      forgetFull(at);
      return isTaken ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1_000));
    },
  };
}
