import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { getConfirmation } from "~/domain/signatures/confirmation.server";
import { renewByEmail, renewByToken } from "~/domain/signatures/renew-confirmation.server";
import { withContext } from "../../support/database";
import { ada, inCalifornia, listConfirmations, listConsents, listJobs, mailedLink, openPetition } from "./signing";

const DAY_MS = 86_400_000;

test(
  "an expired link brings a new one with the same choices, and stays expired itself",
  withContext(async (ctx) => {
    const { sign, choose } = await openPetition(ctx);
    await sign({ choices: await choose({ updates: true }) });
    const old = await mailedLink(ctx);
    ctx.clock.advance(8 * DAY_MS);
    expect(await renewByToken(ctx, old.token)).toBe("privacy-for-all");

    const fresh = await mailedLink(ctx);
    expect(fresh.token).not.toBe(old.token);
    expect(await getConfirmation(ctx, old.token)).toMatchObject({ isExpired: true, isUsed: false });
    expect(await confirmByToken(ctx, old.token, inCalifornia)).toEqual({ result: "expired" });
    expect(await confirmByToken(ctx, fresh.token, inCalifornia)).toMatchObject({ result: "confirmed" });
    expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual(["newsletter", "petition"]);
  }),
);

test(
  "renewing again and again is one press within a minute, and five mails a day",
  withContext(async (ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    await renewByToken(ctx, token);
    await renewByEmail(ctx, petition, ada.email);
    expect(await listConfirmations(ctx)).toHaveLength(1);
    for (let press = 0; press < 9; press++) {
      ctx.clock.advance(120_000);
      await (press % 2 === 0 ? renewByToken(ctx, token) : renewByEmail(ctx, petition, ada.email));
    }
    expect(await listJobs(ctx, "email-confirmation")).toHaveLength(5);
  }),
);

test(
  "an address brings a link for each person who waits on it, and for nobody else",
  withContext(async (ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign({ name: "Ada Lovelace" });
    await sign({ name: "William King" });
    await sign({ name: "Bob", email: "bob@example.org" });
    ctx.clock.advance(120_000);
    await renewByEmail(ctx, petition, "Ada+again@example.org");
    expect(await listConfirmations(ctx)).toHaveLength(5);
    await renewByEmail(ctx, petition, "nobody@example.org");
    expect(await listConfirmations(ctx)).toHaveLength(5);
  }),
);

test(
  "who has confirmed needs no new link",
  withContext(async (ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    await confirmByToken(ctx, token, inCalifornia);
    ctx.clock.advance(120_000);
    await renewByToken(ctx, token);
    await renewByEmail(ctx, petition, ada.email);
    expect(await listConfirmations(ctx)).toHaveLength(1);
    expect(await listJobs(ctx)).toHaveLength(1);
  }),
);

test(
  "an unknown token renews nothing",
  withContext(async (ctx) => {
    await expect(renewByToken(ctx, "wrong")).rejects.toMatchObject({ code: "tokenNotFound" });
  }),
);
