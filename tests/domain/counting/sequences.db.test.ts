import { and, eq, sum } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { revokeConsents } from "~/domain/consents/revoke-consents.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { dailyNumbers, hourlyNumbers } from "~db/schema/numbers";
import { signatures } from "~db/schema/signatures";
import { regionBacklog } from "~db/schema/totals";
import { type TestContext, withContext } from "../../support/database";
import { inCalifornia, listConfirmations, listSignatures, mailedLink, openPetition } from "../signatures/signing";
import { forgetSignatures, pauseRegions, recounted, rollUpAll, toldNumbers, trueNumbers } from "./numbers";

const countries = ["US", "KE", "ZZ"];
const deeds = ["withdraw", "strike", "undoStrike", "hold", "release", "move", "speakOtherwise", "shareNoMore"] as const;
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      deed: fc.constant("sign" as const),
      country: fc.constantFrom(...countries),
      shares: fc.nat(2),
    }),
  },
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
      const { petition, partners, choose, sign } = await openPetition(ctx);
      const slugs = partners.map(({ slug }) => slug);
      let people = 0;
      let forms = 0;
      for (const taken of steps) {
        // Over midnight now and then.
        ctx.clock.advance(3_600_000);
        if (taken.deed === "sign") {
          const postalCode = people % 2 === 0 ? "94110" : "";
          const source = [null, "newsletter", "poster"][people % 3] ?? null;
          const choices = await choose({ partners: slugs.slice(0, taken.shares) });
          await sign({ email: `signer${people++}@example.org`, country: taken.country, postalCode, source, choices });
          forms++;
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
      const right = { rows: count, total: count, regions: count, misplaced: 0, numbers: 0 };
      expect(await recounted(ctx, petition.id)).toEqual(right);
      expect(await signedForms(ctx)).toEqual({ hours: forms, days: forms });
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
  if (taken.deed === "shareNoMore") {
    return revokeConsents(ctx, somebody, ["partner_sharing"], { source: "unsubscribe", locale: "en", gpc: false });
  }

  const who = and(eq(signatures.campaignId, somebody.campaignId), eq(signatures.id, somebody.id));
  const change = changeOf(ctx, taken.deed, somebody);
  if (change !== null) await ctx.db.update(signatures).set(change).where(who);
}

/** What the numbers tell of sent forms. */
async function signedForms(ctx: TestContext) {
  const [hours] = await ctx.db
    .select({ forms: sum(hourlyNumbers.count).mapWith(Number) })
    .from(hourlyNumbers)
    .where(eq(hourlyNumbers.series, "signed"));
  const [days] = await ctx.db
    .select({ forms: sum(dailyNumbers.count).mapWith(Number) })
    .from(dailyNumbers)
    .where(eq(dailyNumbers.series, "signed"));
  return { hours: hours?.forms ?? 0, days: days?.forms ?? 0 };
}

async function confirm(ctx: TestContext, signature: typeof signatures.$inferSelect) {
  const confirmation = (await listConfirmations(ctx)).find(({ signatureId }) => signatureId === signature.id);
  if (signature.state !== "pending" || !confirmation) return;
  const { token } = await mailedLink(ctx, confirmation.id);
  expect(await confirmByToken(ctx, token, inCalifornia)).toMatchObject({ result: "confirmed" });
}

function changeOf(
  ctx: TestContext,
  deed: Exclude<(typeof deeds)[number], "shareNoMore">,
  { state, country, locale }: typeof signatures.$inferSelect,
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
    case "speakOtherwise":
      return { locale: locale === "en" ? "sw" : "en" };
    case "move":
      return country === "US"
        ? { country: "KE", usState: null, usDistrict: null }
        : { country: "US", usState: "AK", usDistrict: 0 };
  }
}
