import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rollUp } from "~/domain/counting/roll-up.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { signatures } from "~db/schema/signatures";
import { regionBacklog } from "~db/schema/totals";
import { type TestContext, withContext } from "../../support/database";
import { inCalifornia, listConfirmations, listSignatures, mailedLink, openPetition } from "../signatures/signing";
import { forgetSignatures, pauseRegions, recounted, rollUpAll, toldNumbers, trueNumbers } from "./numbers";

const countries = ["US", "KE", "ZZ"];
const deeds = ["withdraw", "strike", "undoStrike", "hold", "release", "move"] as const;
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ deed: fc.constant("sign" as const), country: fc.constantFrom(...countries) }) },
  { weight: 5, arbitrary: fc.record({ deed: fc.constant("confirm" as const), who: fc.nat(20) }) },
  { weight: 8, arbitrary: fc.record({ deed: fc.constantFrom(...deeds), who: fc.nat(20) }) },
  { weight: 5, arbitrary: fc.record({ deed: fc.constant("rollUp" as const), batch: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ deed: fc.constant("pauseRegions" as const), isPaused: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test(
  "whatever people and staff do in whatever order, the running count is the recount and the sum of the regions",
  withContext(async (ctx) => {
    const story = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50, size: "max" }), async (steps) => {
      await forgetSignatures(ctx);
      const { petition, sign } = await openPetition(ctx);
      let people = 0;
      for (const taken of steps) {
        ctx.clock.advance(60_000);
        if (taken.deed === "sign") {
          const postalCode = people % 2 === 0 ? "94110" : "";
          await sign({ email: `signer${people++}@example.org`, country: taken.country, postalCode });
        } else await take(ctx, taken);
      }

      await rollUpAll(ctx, 3);
      const truth = await trueNumbers(ctx, petition.id);
      expect(await toldNumbers(ctx, petition.id), "with the regions as the story left them").toEqual(truth);
      await pauseRegions(ctx, false);
      await rollUpAll(ctx, 3);
      expect(await toldNumbers(ctx, petition.id)).toEqual(truth);
      expect(await ctx.db.select().from(regionBacklog)).toEqual([]);
      const { count } = truth;
      expect(await recounted(ctx, petition.id)).toEqual({ rows: count, total: count, regions: count, misplaced: 0 });
    });
    await fc.assert(story, { numRuns: 25 });
  }),
  // Thousands of statements, on a machine that may be busy.
  180_000,
);

async function take(ctx: TestContext, taken: Exclude<Step, { deed: "sign" }>) {
  if (taken.deed === "rollUp") return rollUp(ctx, { batch: taken.batch, atMost: 1 });
  if (taken.deed === "pauseRegions") return pauseRegions(ctx, taken.isPaused);
  const everybody = await listSignatures(ctx);
  const somebody = everybody[taken.who % Math.max(1, everybody.length)];
  if (!somebody) return;
  if (taken.deed === "confirm") return confirm(ctx, somebody);

  const who = and(eq(signatures.campaignId, somebody.campaignId), eq(signatures.id, somebody.id));
  const change = changeOf(ctx, taken.deed, somebody);
  if (change !== null) await ctx.db.update(signatures).set(change).where(who);
}

async function confirm(ctx: TestContext, signature: typeof signatures.$inferSelect) {
  const confirmation = (await listConfirmations(ctx)).find(({ signatureId }) => signatureId === signature.id);
  if (signature.state !== "pending" || !confirmation) return;
  const { token } = await mailedLink(ctx, confirmation.id);
  expect(await confirmByToken(ctx, token, inCalifornia)).toMatchObject({ result: "confirmed" });
}

function changeOf(
  ctx: TestContext,
  deed: (typeof deeds)[number],
  { state, country }: typeof signatures.$inferSelect,
): Partial<typeof signatures.$inferInsert> | null {
  switch (deed) {
    case "withdraw":
      return { state: "withdrawn", withdrawnAt: ctx.now() };
    case "strike":
      return state === "confirmed" ? { state: "struck" } : null;
    case "undoStrike":
      return state === "struck" ? { state: "confirmed" } : null;
    case "hold":
      return { heldAt: ctx.now() };
    case "release":
      return { heldAt: null, releasedAt: ctx.now() };
    case "move":
      return country === "US"
        ? { country: "KE", usState: null, usDistrict: null }
        : { country: "US", usState: "AK", usDistrict: 0 };
  }
}
