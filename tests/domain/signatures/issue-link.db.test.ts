import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { issueLink } from "~/domain/signatures/issue-link.server";
import { CONFIRMATION_DAYS, UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import { withContext } from "../../support/database";
import { inCalifornia, listConfirmations, mailedLink, openPetition } from "./signing";

const DAY_MS = 86_400_000;

test(
  "the days of a link begin to run when its mail is written, however long mail was paused",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    ctx.clock.advance(5 * DAY_MS);
    const { token, validDays, unconfirmedDays } = await mailedLink(ctx);
    expect([validDays, unconfirmedDays]).toEqual([CONFIRMATION_DAYS, UNCONFIRMED_DAYS - 5]);
    ctx.clock.advance(CONFIRMATION_DAYS * DAY_MS - 1);
    expect(await confirmByToken(ctx, token, inCalifornia)).toMatchObject({ result: "confirmed" });
  }),
);

test(
  "a mail that waited longer than a link lives still goes out, and its link does not outlive the signature",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const signedAt = ctx.now().getTime();
    ctx.clock.advance(10 * DAY_MS + 1);
    const { token, validDays, unconfirmedDays } = await mailedLink(ctx);
    expect([validDays, unconfirmedDays]).toEqual([3, 4]);
    const [row] = await listConfirmations(ctx);
    expect(row?.expiresAt.getTime()).toBe(signedAt + UNCONFIRMED_DAYS * DAY_MS);
    ctx.clock.set(new Date(signedAt + UNCONFIRMED_DAYS * DAY_MS));
    expect(await confirmByToken(ctx, token, inCalifornia)).toEqual({ result: "expired" });
  }),
);

test(
  "no mail is written for a signature that is over",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    ctx.clock.advance(UNCONFIRMED_DAYS * DAY_MS - 1);
    expect((await mailedLink(ctx)).validDays).toBe(1);
    ctx.clock.advance(1);
    const [row] = await listConfirmations(ctx);
    const wanted = { campaignId: row?.campaignId ?? "", confirmationId: row?.id ?? "" };
    expect(await issueLink(ctx, wanted)).toBeNull();
  }),
);
