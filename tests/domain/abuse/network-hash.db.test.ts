import { expect, test } from "vitest";
import { createNetworks, destroyOldNetworkKeys } from "~/domain/abuse/network-hash.server";
import { networkKeys } from "~db/schema/moderation";
import { withContext } from "../../support/database";
import { dump } from "../signatures/signing";

const address = "198.51.100.77";
const DAY_MS = 86_400_000;

test(
  "one network has one hash for a campaign and a day, in every process",
  withContext(async (ctx) => {
    const [here, there] = [createNetworks(ctx), createNetworks(ctx)];
    const hash = await here.hashOf("campaign", address);
    expect(hash).toMatch(/^[\w-]{22}$/);
    expect(await there.hashOf("campaign", address)).toBe(hash);
    expect(await here.hashOf("campaign", `::ffff:${address}`)).toBe(hash);
    expect(await here.hashOf("campaign", "198.51.100.78")).not.toBe(hash);
    expect(await here.hashOf("another campaign", address)).not.toBe(hash);
    expect(await here.hashOf("campaign", "2001:db8::1")).toBe(await there.hashOf("campaign", "2001:db8::2"));
    expect(await here.hashOf("campaign", "192.168.0.1")).toBeNull();
  }),
);

test(
  "after the first call of a day the answer is there at once",
  withContext(async (ctx) => {
    const networks = createNetworks(ctx);
    expect(networks.hashOf("campaign", address)).toBeInstanceOf(Promise);
    const [first, second] = await Promise.all([1, 2].map(() => networks.hashOf("campaign", address)));
    expect(second).toBe(first);
    expect(networks.hashOf("campaign", address)).toBe(first);
  }),
);

test(
  "the hashes of two days differ, and the key of a day that is over is gone",
  withContext(async (ctx) => {
    const networks = createNetworks(ctx);
    const today = await networks.hashOf("campaign", address);
    await destroyOldNetworkKeys(ctx);
    const [key] = await ctx.db.select().from(networkKeys);
    expect(key?.day).toBe("2026-11-23");

    ctx.clock.set("2026-11-23T23:59:59.999Z");
    expect(await networks.hashOf("campaign", address)).toBe(today);
    await destroyOldNetworkKeys(ctx);
    expect(await ctx.db.select().from(networkKeys)).toHaveLength(1);

    ctx.clock.set("2026-11-24T00:00:00Z");
    const tomorrow = await networks.hashOf("campaign", address);
    expect(tomorrow).not.toBe(today);
    await destroyOldNetworkKeys(ctx);
    expect((await ctx.db.select().from(networkKeys)).map(({ day }) => day)).toEqual(["2026-11-24"]);

    ctx.clock.advance(DAY_MS);
    await destroyOldNetworkKeys(ctx);
    expect(await ctx.db.select().from(networkKeys)).toEqual([]);
  }),
);

test(
  "neither an address nor the key stands open in the database",
  withContext(async (ctx) => {
    await createNetworks(ctx).hashOf("campaign", address);
    const [row] = await ctx.db.select().from(networkKeys);
    const key = ctx.vault.open("network.key", row?.keySealed ?? "");
    const text = await dump(ctx);
    expect(text).toContain("network_keys");
    expect(text).not.toContain(address);
    expect(text).not.toContain(key);
  }),
);
