import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollUp } from "~/domain/counting/roll-up.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { getConfirmation } from "~/domain/signatures/confirmation.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { WITHDRAWN_DAYS } from "~/domain/signatures/retention";
import { findWithdrawn, withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { issueUnsubscribeLink } from "~/domain/suppressions/unsubscribe-links.server";
import { consents } from "~db/schema/consents";
import { isMiscounted, signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { ada, dump, inCalifornia, listConsents, listSignatures, mailedLink, openPetition } from "./signing";

const DAY_MS = 86_400_000;
const page = { locale: "es", gpc: true };

/** Ada signs with everything ticked, or with what is said, and confirms. */
async function confirmed(ctx: TestContext, ticked: { updates?: boolean; partners?: string[] } = {}) {
  const { sign, choose, partners, ...rest } = await openPetition(ctx);
  const first = partners[0]?.slug ?? "";
  await sign({ choices: await choose({ updates: true, partners: [first], ...ticked }) });
  const { token, confirmation } = await mailedLink(ctx);
  await confirmByToken(ctx, token, inCalifornia);
  ctx.clock.advance(60_000);
  return { token, signatureId: confirmation.signatureId, sign, choose, partners, ...rest };
}

test(
  "a withdrawn signature counts no more and names nobody, and its consents but the newsletter's are taken back",
  withContext(async (ctx) => {
    const { token } = await confirmed(ctx);
    const given = await listConsents(ctx);
    expect(await withdrawByToken(ctx, token, page)).toBe("withdrawn");

    const [row] = await listSignatures(ctx);
    expect(row).toMatchObject({ state: "withdrawn", withdrawnAt: ctx.now() });
    expect(ctx.vault.open("signature.name", row?.nameSealed ?? "")).toBe("");
    expect(ctx.vault.open("signature.email", row?.emailSealed ?? "")).toBe(ada.email);
    const noes = (await listConsents(ctx)).filter(({ granted }) => !granted);
    expect(noes.map(({ purpose }) => purpose)).toEqual(["partner_sharing", "petition"]);
    for (const no of noes) {
      const yes = given.find(({ purpose }) => purpose === no.purpose);
      expect(no).toMatchObject({
        partnerId: yes?.partnerId,
        wordingId: yes?.wordingId,
        source: "withdrawal",
        locale: "es",
        gpc: true,
        givenAt: ctx.now(),
        recordedAt: ctx.now(),
      });
    }
    const kept = (await listConsents(ctx)).filter(({ granted }) => granted);
    expect(kept, "What was said stays as it was said.").toEqual(given);
  }),
);

test(
  "without a yes to the newsletter the address is forgotten at once, too",
  withContext(async (ctx) => {
    const { token } = await confirmed(ctx, { updates: false });
    await withdrawByToken(ctx, token, page);
    const [row] = await listSignatures(ctx);
    expect(ctx.vault.open("signature.email", row?.emailSealed ?? "x")).toBe("");
  }),
);

test(
  "withdrawing twice withdraws once and answers the same",
  withContext(async (ctx) => {
    const { token } = await confirmed(ctx);
    await withdrawByToken(ctx, token, page);
    const after = await dump(ctx);
    ctx.clock.advance(60_000);
    expect(await withdrawByToken(ctx, token, page)).toBe("withdrawn");
    expect(await dump(ctx)).toBe(after);
  }),
);

test(
  "the old link shows nothing of the person and says what happened; who withdrew may sign again, as somebody new",
  withContext(async (ctx) => {
    const { token, sign, campaign } = await confirmed(ctx);
    await withdrawByToken(ctx, token, page);
    await expect(getConfirmation(ctx, token)).rejects.toMatchObject({ code: "tokenNotFound" });
    await expect(confirmByToken(ctx, token, inCalifornia)).rejects.toMatchObject({ code: "tokenNotFound" });
    expect(await findWithdrawn(ctx, token)).toMatchObject({ campaignSlug: campaign.slug });
    expect(await findWithdrawn(ctx, "no-such-token")).toBeNull();

    await sign();
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    expect((await listSignatures(ctx)).map(({ state }) => state)).toEqual(["withdrawn", "confirmed"]);
    expect(await withdrawByToken(ctx, token, page)).toBe("withdrawn");
    expect((await listSignatures(ctx)).map(({ state }) => state)).toEqual(["withdrawn", "confirmed"]);
  }),
);

test(
  "what is not confirmed can't be withdrawn, and a struck signature or a strange link leads nowhere",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    expect(await withdrawByToken(ctx, token, page)).toBe("notConfirmed");
    await ctx.db.update(signatures).set({ state: "struck" });
    for (const strange of [token, "no-such-token", ""]) {
      await expect(withdrawByToken(ctx, strange, page)).rejects.toMatchObject({ code: "tokenNotFound" });
    }
    expect(await findWithdrawn(ctx, token)).toBeNull();
  }),
);

test(
  "the totals let a withdrawn signature go, and fourteen days later it is deleted",
  withContext(async (ctx) => {
    const { token } = await confirmed(ctx, { updates: false });
    await rollUp(ctx);
    const miscounted = () => ctx.db.select({ id: signatures.id }).from(signatures).where(isMiscounted(signatures));
    expect(await miscounted()).toEqual([]);
    await withdrawByToken(ctx, token, page);
    expect(await miscounted()).toHaveLength(1);

    ctx.clock.advance(WITHDRAWN_DAYS * DAY_MS + 1);
    await forgetWhatIsOver(ctx);
    expect(await listSignatures(ctx), "Its number is still in the totals.").toHaveLength(1);
    await rollUp(ctx);
    ctx.clock.advance(-2);
    await forgetWhatIsOver(ctx);
    expect(await listSignatures(ctx)).toHaveLength(1);
    ctx.clock.advance(2);
    await forgetWhatIsOver(ctx);
    expect(await listSignatures(ctx)).toEqual([]);
    expect(await listConsents(ctx)).toEqual([]);
  }),
);

test(
  "while a yes to the newsletter stands, its address stays; unsubscribing ends that",
  withContext(async (ctx) => {
    const { token, signatureId, campaign } = await confirmed(ctx);
    const stop = await issueUnsubscribeLink(ctx, { campaignId: campaign.id, signatureId, locale: "en" });
    await withdrawByToken(ctx, token, page);
    ctx.clock.advance(WITHDRAWN_DAYS * DAY_MS + 1);
    await forgetWhatIsOver(ctx);
    expect(await listSignatures(ctx)).toHaveLength(1);

    expect(await unsubscribe(ctx, stop, { locale: "en", gpc: false })).toBe("done");
    const [row] = await listSignatures(ctx);
    expect(ctx.vault.open("signature.email", row?.emailSealed ?? "x")).toBe("");
    const said = await ctx.db.select().from(consents).where(eq(consents.purpose, "newsletter"));
    expect(said.map(({ granted }) => granted).sort()).toEqual([false, true]);
    await forgetWhatIsOver(ctx);
    expect(await listSignatures(ctx)).toEqual([]);
  }),
);
