import { createHmac } from "node:crypto";
import type { Context } from "../context";
import { networkOfAddress } from "./network-of-address";

const HOUR_MS = 3_600_000;
/** What is remembered in an hour; whoever comes beyond it is let through, and never more is kept. */
const MOST_NETWORKS = 200_000;

/** Counts in memory how often a network does something within an hour of the clock, in this process. */
export interface NetworkLimit {
  /**
   * Takes one from what a network may do. Where an address leads to nobody it is never judged, like a signature.
   * @param what each has its own count
   * @returns false when the hour's number is used up
   */
  takes(what: string, perHour: number, address: string | undefined): boolean;
}

/** Networks stand in memory as hashes under a key that is forgotten with the hour. */
export function createNetworkLimit(ctx: Pick<Context, "now" | "newToken">): NetworkLimit {
  let hour = Number.NaN;
  let key = "";
  let taken = new Map<string, number>();

  return {
    takes(what, perHour, address) {
      const network = networkOfAddress(address);
      if (network === null) return true;
      const current = Math.floor(ctx.now().getTime() / HOUR_MS);
      if (current !== hour) {
        hour = current;
        key = ctx.newToken();
        taken = new Map();
      }
      const name = createHmac("sha256", key).update(`${what}\n${network}`).digest("base64url");
      const before = taken.get(name);
      if (before === undefined && taken.size >= MOST_NETWORKS) return true;
      taken.set(name, (before ?? 0) + 1);
      return (before ?? 0) < perHour;
    },
  };
}
