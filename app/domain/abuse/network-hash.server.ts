import { createHmac } from "node:crypto";
import { eq, lt } from "drizzle-orm";
import { networkKeys } from "~db/schema/moderation";
import type { Context } from "../context";
import { networkOfAddress } from "./network-of-address";

const DAY_MS = 86_400_000;
/** 128 bits are more than enough to tell networks apart. */
const HASH_BYTES = 16;

/** Networks as keyed hashes. The key is of one day (UTC) and lives no longer: afterwards nobody can test an address against a hash. */
export interface Networks {
  /**
   * The hash of the network that an address belongs to, different for each campaign and each day; null where the
   * address tells nothing. Answers at once but for the first call of a day, which reads the key: ask before
   * opening a transaction.
   */
  hashOf(campaignId: string, address: string | undefined): string | null | Promise<string | null>;
}

interface DayKey {
  day: string;
  key: Buffer;
}

export function createNetworks(ctx: Context): Networks {
  let known: DayKey | null = null;
  let reading: Promise<DayKey> | null = null;

  function keep(made: DayKey): DayKey {
    known = made;
    const leftMs = Date.parse(made.day) + DAY_MS - ctx.now().getTime();
    setTimeout(() => {
      if (known === made) known = null;
    }, leftMs).unref();
    return made;
  }

  function read(day: string): Promise<DayKey> {
    reading ??= readDayKey(ctx, day)
      .then(keep)
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  return {
    hashOf(campaignId, address) {
      const network = networkOfAddress(address);
      if (network === null) return null;
      const day = dayOf(ctx.now());
      if (known?.day === day) return hash(known.key, campaignId, network);
      return read(day).then(({ key }) => hash(key, campaignId, network));
    },
  };
}

/** Reads the key of a day; whoever comes first makes it. */
async function readDayKey(ctx: Context, day: string): Promise<DayKey> {
  const keySealed = ctx.vault.seal("network.key", ctx.newToken());
  await ctx.db.insert(networkKeys).values({ day, keySealed }).onConflictDoNothing();
  const [row] = await ctx.db.select().from(networkKeys).where(eq(networkKeys.day, day));
  if (!row) throw new Error("The day's network key was deleted while it was read.");
  return { day, key: Buffer.from(ctx.vault.open("network.key", row.keySealed), "base64url") };
}

/** Destroys the keys of days that are over. */
export async function destroyOldNetworkKeys(ctx: Context): Promise<void> {
  await ctx.db.delete(networkKeys).where(lt(networkKeys.day, dayOf(ctx.now())));
}

function hash(key: Buffer, campaignId: string, network: string): string {
  const digest = createHmac("sha256", key).update(`${campaignId}\n${network}`).digest();
  return digest.subarray(0, HASH_BYTES).toString("base64url");
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
