import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { revokeConsents } from "~/domain/consents/revoke-consents.server";
import type { Context } from "~/domain/context";
import { rollUp } from "~/domain/counting/roll-up.server";
import { withdrawSignature } from "~/domain/signatures/withdraw-signature.server";
import { partnerYesTotals } from "~db/schema/numbers";
import { signatures } from "~db/schema/signatures";
import { withContext } from "../../support/database";
import { inCalifornia, listSignatures, mailedLink, openPetition, waysToConfirm } from "../signatures/signing";

const page = { locale: "en", gpc: false };

async function yeses(ctx: Context, partnerId: string): Promise<number> {
  await rollUp(ctx);
  const [row] = await ctx.db.select().from(partnerYesTotals).where(eq(partnerYesTotals.partnerId, partnerId));
  return row?.count ?? 0;
}

test.each(waysToConfirm)("a partner's yeses are those of confirmed people that stand (%s)", (_name, confirm) =>
  withContext(async (ctx) => {
    const { sign, choose, partners } = await openPetition(ctx);
    const [one, other] = partners;
    if (!one || !other) throw new Error("The petition names too few partners.");
    await sign({ choices: await choose({ partners: [one.slug] }) });
    expect(await yeses(ctx, one.id), "not confirmed").toBe(0);
    await confirm(ctx, (await mailedLink(ctx)).token, inCalifornia);
    expect([await yeses(ctx, one.id), await yeses(ctx, other.id)]).toEqual([1, 0]);

    const [signature] = await listSignatures(ctx);
    if (!signature) throw new Error("Nobody signed.");
    for (const [change, left] of [
      [{ heldAt: ctx.now() }, 0],
      [{ heldAt: null }, 1],
      [{ state: "struck" }, 0],
      [{ state: "confirmed" }, 1],
    ] as const) {
      await ctx.db.update(signatures).set(change);
      expect(await yeses(ctx, one.id), JSON.stringify(change)).toBe(left);
    }

    await revokeConsents(ctx, signature, ["newsletter"], { source: "unsubscribe", ...page });
    expect(await yeses(ctx, one.id), "the newsletter is another matter").toBe(1);
    await revokeConsents(ctx, signature, ["partner_sharing"], { source: "unsubscribe", ...page });
    expect(await yeses(ctx, one.id)).toBe(0);
  })(),
);

test(
  "a second form may say yes to more, a yes said twice counts once, and a withdrawal takes back all",
  withContext(async (ctx) => {
    const { sign, choose, partners } = await openPetition(ctx);
    const [one, other] = partners;
    if (!one || !other) throw new Error("The petition names too few partners.");
    await sign({ choices: await choose({ partners: [one.slug] }) });
    const first = await mailedLink(ctx);
    ctx.clock.advance(120_000);
    await sign({ choices: await choose({ partners: [one.slug, other.slug] }) });
    const second = await mailedLink(ctx);
    const confirm = waysToConfirm[0]?.[1];
    await confirm?.(ctx, second.token, inCalifornia);
    expect([await yeses(ctx, one.id), await yeses(ctx, other.id)]).toEqual([1, 1]);
    await confirm?.(ctx, first.token, inCalifornia);
    expect([await yeses(ctx, one.id), await yeses(ctx, other.id)]).toEqual([1, 1]);

    const [signature] = await listSignatures(ctx);
    if (!signature) throw new Error("Nobody signed.");
    await withdrawSignature(ctx, signature, page);
    expect([await yeses(ctx, one.id), await yeses(ctx, other.id)]).toEqual([0, 0]);
  }),
);
