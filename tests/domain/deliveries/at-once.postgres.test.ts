import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { confirmDelivery } from "~/domain/deliveries/confirm-delivery.server";
import { contacts } from "~db/schema/contacts";
import { deliveries } from "~db/schema/deliveries";
import { startProcess } from "../../support/child-process";
import { withPostgres } from "../../support/database";
import { cwcTroubles } from "../../support/fake-cwc";
import { askFor, deliveringContext, linkOf, padilla, pelosi, schiff, states, withGateways, work } from "./delivering";

async function until(isTrue: () => boolean) {
  const deadline = Date.now() + 30_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("It did not come true in time.");
    await sleep(50);
  }
}

test(
  "a worker that is killed while the gateway has the message leaves it to the next, and the office has it once",
  withPostgres((database, ctx) =>
    withGateways(ctx, async (cwc, job) => {
      await askFor(ctx, [pelosi]);
      await confirmDelivery(ctx, await linkOf(ctx));
      cwc.fail(cwcTroubles.takenThenHang);
      const worker = startProcess(
        "tests/domain/deliveries/programs/deliver.ts",
        [database.url, JSON.stringify(cwc.env)],
        {},
      );
      await until(() => cwc.requests.length === 1);
      await worker.kill();
      expect(await states(ctx)).toEqual({ [pelosi]: "submitted" });
      expect(await work(job), "Its lease has not run out.").toEqual([]);

      ctx.clock.advance(61_000);
      await work(job);
      expect(await states(ctx)).toEqual({ [pelosi]: "accepted" });
      expect(cwc.taken).toHaveLength(1);
      expect(cwc.requests.map(({ status }) => status)).toEqual(["hang", 409]);
      expect(await ctx.db.select().from(contacts)).toHaveLength(1);
    }),
  ),
);

test(
  "two workers hand each message over once",
  withPostgres((_, ctx) =>
    withGateways(ctx, async (cwc, job) => {
      for (let at = 0; at < 6; at++) {
        await askFor(ctx, [padilla, schiff, pelosi], { email: `a${at}@example.org` });
        await confirmDelivery(ctx, await linkOf(ctx));
      }
      const other = deliveringContext(ctx, cwc);
      for (let round = 0; round < 20 && cwc.taken.length < 18; round++) {
        await Promise.all([work(job), work(other)]);
        ctx.clock.advance(5_000);
      }
      expect(cwc.taken).toHaveLength(18);
      expect(cwc.requests.every(({ status }) => status === 200 || status === 201)).toBe(true);
      expect(await ctx.db.select().from(contacts)).toHaveLength(18);
    }),
  ),
);

test(
  "a mailbox that confirms several links at the same moment writes to an office once",
  withPostgres((_, ctx) =>
    withGateways(ctx, async (cwc, job) => {
      const tokens: string[] = [];
      for (let at = 0; at < 4; at++) {
        ctx.clock.advance(1_000);
        await askFor(ctx, [pelosi, padilla]);
        tokens.push(await linkOf(ctx));
      }
      await Promise.all([...tokens, ...tokens].map((token) => confirmDelivery(ctx, token)));
      const rows = await ctx.db.select().from(deliveries);
      expect(
        rows
          .filter(({ state }) => state === "queued")
          .map(({ bioguide }) => bioguide)
          .sort(),
      ).toEqual([padilla, pelosi]);
      expect(rows.filter(({ reason }) => reason === "alreadyWritten")).toHaveLength(6);
      await work(job);
      expect(cwc.taken).toHaveLength(2);
    }),
  ),
);
