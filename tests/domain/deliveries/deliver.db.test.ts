import { expect, test } from "vitest";
import { confirmDelivery } from "~/domain/deliveries/confirm-delivery.server";
import { getDeliveryRequest } from "~/domain/deliveries/delivery-request.server";
import { eraseDelivery } from "~/domain/deliveries/erase-delivery.server";
import { forgetDeliveries } from "~/domain/deliveries/forget-deliveries.server";
import { parseEnv } from "~/env.server";
import { createCwcChannel } from "~/services/cwc-channel.server";
import { contacts } from "~db/schema/contacts";
import { deliveryRequests, followUps } from "~db/schema/deliveries";
import { outbox } from "~db/schema/outbox";
import { withContext } from "../../support/database";
import { cwcTroubles } from "../../support/fake-cwc";
import { askFor, linkOf, padilla, pelosi, schiff, sealedLeft, states, withGateways, work } from "./delivering";

const DAY_MS = 86_400_000;

test(
  "nothing is handed over before the owner of the mailbox says so, and then once to each office",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job) => {
      await askFor(ctx, [padilla, schiff, pelosi]);
      const token = await linkOf(ctx);
      expect(await getDeliveryRequest(ctx, token)).toMatchObject({ state: "open" });
      expect(await work(job)).toEqual([]);

      expect(await confirmDelivery(ctx, token)).toBe("confirmed");
      expect(await confirmDelivery(ctx, token)).toBe("confirmed");
      expect(await work(job)).toHaveLength(3);
      expect(await states(ctx)).toEqual({ [padilla]: "accepted", [schiff]: "accepted", [pelosi]: "accepted" });
      expect(cwc.taken.map(({ office }) => office).sort()).toEqual(["HCA11", "SCA01", "SCA03"]);
      expect(cwc.taken[0]?.xml).toContain("<ConstituentMessage>Please support it.</ConstituentMessage>");
      const counted = await ctx.db.select().from(contacts);
      expect(counted.map(({ channel, state, office }) => [channel, state, office]).sort()).toEqual(
        [padilla, pelosi, schiff].map((office) => ["cwc", "accepted", office]),
      );
      expect(JSON.stringify(counted)).not.toContain("ada");
    }),
  ),
);

test(
  "a refused message says why in a code of ours, and what was refused is wiped at once",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job, logged) => {
      await askFor(ctx, [pelosi]);
      await confirmDelivery(ctx, await linkOf(ctx));
      cwc.fail(cwcTroubles.refusedAddress);
      await work(job);
      expect(await states(ctx)).toEqual({ [pelosi]: "rejected: address" });
      expect(await sealedLeft(ctx)).toEqual({ people: 0, messages: 0 });
      expect((await ctx.db.select().from(contacts)).map(({ state }) => state)).toEqual(["rejected"]);
      expect(JSON.stringify(logged)).not.toMatch(/94110|qqschluessel|Lovelace|apikey/);
    }),
  ),
);

test(
  "what has an outcome that nobody knows is repeated under the same DeliveryId, and known there as arrived",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job, logged) => {
      await askFor(ctx, [pelosi]);
      await confirmDelivery(ctx, await linkOf(ctx));
      cwc.fail(cwcTroubles.takenThenReset);
      await work(job);
      expect(await states(ctx)).toEqual({ [pelosi]: "submitted" });
      expect(await work(job)).toEqual([]);

      ctx.clock.advance(60_000);
      await work(job);
      expect(await states(ctx)).toEqual({ [pelosi]: "accepted" });
      expect(cwc.taken).toHaveLength(1);
      expect(cwc.requests.map(({ status }) => status)).toEqual(["reset", 409]);
      expect(new Set(cwc.requests.map(({ deliveryId }) => deliveryId)).size).toBe(1);
      expect(JSON.stringify(logged)).not.toMatch(/qqschluessel|apikey/);
    }),
  ),
);

test(
  "a gateway that is busy or down is asked again later, as it says, and after days it is given up for good",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job) => {
      await askFor(ctx, [pelosi]);
      await confirmDelivery(ctx, await linkOf(ctx));
      cwc.fail(cwcTroubles.busy(120));
      await work(job);
      ctx.clock.advance(119_000);
      expect(await work(job)).toEqual([]);

      for (let tries = 0; tries < 200; tries++) {
        cwc.fail(cwcTroubles.down);
        ctx.clock.advance(3_600_000 * 2);
        // A channel of its own, because the pace of the first runs by the real clock.
        await work({ ...job, cwc: createCwcChannel(parseEnv(cwc.env)) });
        if ((await states(ctx))[pelosi]?.startsWith("failed")) break;
      }
      expect(await states(ctx)).toEqual({ [pelosi]: "failed: noAnswer" });
      expect(await sealedLeft(ctx)).toEqual({ people: 0, messages: 0 });
      const dead = (await ctx.db.select().from(outbox)).filter(({ deadAt }) => deadAt !== null);
      expect(dead.map(({ name, lastError }) => [name, lastError])).toEqual([["deliver-to-congress", "status 503"]]);
    }),
  ),
);

test(
  "messages wait while the gateways are maintained",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job) => {
      await askFor(ctx, [padilla, pelosi]);
      await confirmDelivery(ctx, await linkOf(ctx));
      // Tuesday, two in the morning in Washington: the House sleeps, the Senate does not.
      ctx.clock.set("2026-11-24T07:00:00Z");
      await work(job);
      expect(await states(ctx)).toEqual({ [padilla]: "accepted", [pelosi]: "queued" });
      ctx.clock.set("2026-11-24T11:02:00Z");
      await work(job);
      expect(await states(ctx)).toEqual({ [padilla]: "accepted", [pelosi]: "accepted" });
      expect(cwc.requests).toHaveLength(2);
    }),
  ),
);

test(
  "it is looked at again before it is handed over: the office, the Congress, the area, the list",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job) => {
      await askFor(ctx, [pelosi], { zip: "10001", email: "far@example.org" });
      await confirmDelivery(ctx, await linkOf(ctx));
      await work(job);
      expect(await states(ctx)).toEqual({ [pelosi]: "failed: notYours" });

      cwc.offices.senate = ["SCA01"];
      await askFor(ctx, [padilla]);
      await confirmDelivery(ctx, await linkOf(ctx));
      await work(job);
      expect(await states(ctx)).toMatchObject({ [padilla]: "failed: officeNotActive" });

      await askFor(ctx, [schiff]);
      ctx.clock.set("2026-12-29T12:00:00Z");
      await askFor(ctx, [schiff], { email: "late@example.org" });
      await confirmDelivery(ctx, await linkOf(ctx));
      ctx.clock.set("2027-01-04T20:00:00Z");
      await work(job);
      expect(await states(ctx)).toMatchObject({ [schiff]: "failed: congressOver" });
      expect(cwc.requests).toEqual([]);
    }),
  ),
);

test(
  "a mailbox writes to an office once; a second request is answered the same and says so where only its owner sees it",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job) => {
      expect(await askFor(ctx, [pelosi])).toBe("checkInbox");
      await confirmDelivery(ctx, await linkOf(ctx));
      await work(job);
      ctx.clock.advance(1_000);
      expect(await askFor(ctx, [pelosi, padilla], { email: "ADA+again@example.org" })).toBe("checkInbox");
      await confirmDelivery(ctx, await linkOf(ctx));
      await work(job);
      expect(cwc.taken.map(({ office }) => office)).toEqual(["HCA11", "SCA03"]);
      expect((await states(ctx))[pelosi]).toBe("failed: alreadyWritten");
    }),
  ),
);

test(
  "a mailbox gets five links a day, and a network is told when it is too much",
  withContext(async (ctx) => {
    for (let at = 0; at < 7; at++) expect(await askFor(ctx, [pelosi])).toBe("checkInbox");
    expect(await ctx.db.select().from(deliveryRequests)).toHaveLength(5);
    ctx.clock.advance(DAY_MS + 1);
    await askFor(ctx, [pelosi]);
    expect(await ctx.db.select().from(deliveryRequests)).toHaveLength(6);

    for (let at = 0; at < 60; at++) await askFor(ctx, [pelosi], { email: `a${at}@example.org`, networkHash: "one" });
    expect(await askFor(ctx, [pelosi], { email: "more@example.org", networkHash: "one" })).toBe("tooMany");
    expect(await askFor(ctx, [pelosi], { email: "more@example.org", networkHash: "two" })).toBe("checkInbox");
  }),
);

test(
  "what nobody confirms is wiped after seven days, and its link says so",
  withContext(async (ctx) => {
    await askFor(ctx, [pelosi]);
    const token = await linkOf(ctx);
    ctx.clock.advance(7 * DAY_MS + 1);
    expect(await confirmDelivery(ctx, token)).toBe("expired");
    await forgetDeliveries(ctx);
    expect(await sealedLeft(ctx)).toEqual({ people: 0, messages: 0 });
    expect(await states(ctx)).toEqual({ [pelosi]: "expired" });
    expect(await getDeliveryRequest(ctx, token)).toMatchObject({ state: "expired", constituent: null });
    ctx.clock.advance(31 * DAY_MS);
    await forgetDeliveries(ctx);
    expect(await ctx.db.select().from(deliveryRequests)).toEqual([]);
  }),
);

test(
  "what was handed over is wiped 30 days later, and after a year nobody knows who wrote to whom",
  withContext((ctx) =>
    withGateways(ctx, async (_, job) => {
      await askFor(ctx, [pelosi, padilla]);
      const token = await linkOf(ctx);
      await confirmDelivery(ctx, token);
      await work(job);
      ctx.clock.advance(30 * DAY_MS - 1_000);
      await forgetDeliveries(ctx);
      expect(await sealedLeft(ctx)).toEqual({ people: 1, messages: 2 });
      ctx.clock.advance(2_000);
      await forgetDeliveries(ctx);
      expect(await sealedLeft(ctx)).toEqual({ people: 0, messages: 0 });
      const request = await getDeliveryRequest(ctx, token);
      expect(request.deliveries.map(({ state, message }) => [state, message])).toEqual([
        ["accepted", null],
        ["accepted", null],
      ]);
      ctx.clock.advance(334 * DAY_MS);
      await forgetDeliveries(ctx);
      expect(await states(ctx), "Nobody writes to an office twice within a year.").toMatchObject({
        [pelosi]: "accepted",
      });
      ctx.clock.advance(2 * DAY_MS);
      await forgetDeliveries(ctx);
      expect(await states(ctx)).toEqual({});
    }),
  ),
);

test(
  "its owner deletes it all at any time; what was not handed over never is",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job) => {
      await askFor(ctx, [pelosi, padilla], { wantsFollowUp: true });
      const token = await linkOf(ctx);
      await confirmDelivery(ctx, token);
      expect(await ctx.db.select().from(followUps)).toHaveLength(1);
      cwc.fail(cwcTroubles.down);
      await work(job);
      await eraseDelivery(ctx, token);
      expect(await sealedLeft(ctx)).toEqual({ people: 0, messages: 0 });
      expect(await ctx.db.select().from(followUps)).toEqual([]);
      ctx.clock.advance(DAY_MS);
      await work(job);
      expect(Object.values(await states(ctx)).sort()).toEqual(["accepted", "failed: withdrawnUnderWay"]);
      expect(cwc.requests).toHaveLength(2);
    }),
  ),
);
