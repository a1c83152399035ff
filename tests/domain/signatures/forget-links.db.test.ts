import { expect, test } from "vitest";
import { confirmByCode } from "~/domain/signatures/confirm-by-code.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { getConfirmation } from "~/domain/signatures/confirmation.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { CONFIRMATION_DAYS, EXPIRED_LINK_DAYS } from "~/domain/signatures/retention";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { withContext } from "../../support/database";
import {
  ada,
  inCalifornia,
  listConfirmations,
  listConsents,
  listSignatures,
  mailedLink,
  openPetition,
} from "./signing";

const DAY_MS = 86_400_000;
const KEPT_MS = (CONFIRMATION_DAYS + EXPIRED_LINK_DAYS) * DAY_MS;

test(
  "long after it expired a used link keeps nothing but the way to withdraw, and an unused one goes",
  withContext(async (ctx) => {
    const { sign, choose, partners, petition } = await openPetition(ctx);
    await sign();
    const unused = await mailedLink(ctx);
    ctx.clock.advance(61_000);
    await sign({ choices: await choose({ updates: true, partners: partners.map(({ slug }) => slug) }) });
    const { token, code, confirmation } = await mailedLink(ctx);
    const first = await confirmByToken(ctx, token, inCalifornia);
    const consents = await listConsents(ctx);

    ctx.clock.advance(KEPT_MS - 61_000);
    await forgetWhatIsOver(ctx);
    expect(await listConfirmations(ctx)).toHaveLength(2);
    ctx.clock.advance(61_001);
    await forgetWhatIsOver(ctx);
    expect(await listConfirmations(ctx)).toMatchObject([
      { id: confirmation.id, codeHash: null, choices: { newsletter: false, partnerIds: [] } },
    ]);
    expect(await listConsents(ctx)).toEqual(consents);

    await expect(getConfirmation(ctx, unused.token)).rejects.toMatchObject({ code: "tokenNotFound" });
    const typed = { email: ada.email, code };
    expect(await confirmByCode(ctx, petition, typed, inCalifornia)).toEqual({ result: "wrongCode" });
    expect(await confirmByToken(ctx, token, inCalifornia)).toEqual(first);
    expect(await withdrawByToken(ctx, token, { locale: "en", gpc: false })).toBe("withdrawn");
    expect(await listSignatures(ctx)).toMatchObject([{ state: "withdrawn" }]);
  }),
);

test(
  "what was never mailed, or not yet long over, stays",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    ctx.clock.advance(KEPT_MS);
    const before = await listConfirmations(ctx);
    await forgetWhatIsOver(ctx);
    expect(await listConfirmations(ctx)).toEqual(before);
  }),
);
