import { describe, expect, test } from "vitest";
import { countSignatures } from "~/domain/campaigns/count-signatures.server";
import { confirm, confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { getConfirmation } from "~/domain/signatures/confirmation.server";
import { CONFIRMATION_DAYS } from "~/domain/signatures/retention";
import { signatures } from "~db/schema/signatures";
import { withContext } from "../../support/database";
import {
  dump,
  inCalifornia,
  listConfirmations,
  listConsents,
  listSignatures,
  mailedLink,
  nameOf,
  openPetition,
  waysToConfirm,
} from "./signing";

const DAY_MS = 86_400_000;

describe.each(waysToConfirm)("Confirming %s:", (_, confirmByToken) => {
  test(
    "looking at a link tells what it would confirm, and changes nothing",
    withContext(async (ctx) => {
      const { sign, choose } = await openPetition(ctx);
      await sign({ choices: await choose({ updates: true }) });
      const { token } = await mailedLink(ctx);
      const before = await dump(ctx);
      for (let look = 0; look < 3; look++) {
        expect(await getConfirmation(ctx, token)).toMatchObject({
          name: "Ada Lovelace",
          email: "ada@example.org",
          state: "pending",
          isUsed: false,
          isExpired: false,
          choices: { newsletter: true },
        });
      }
      expect(await dump(ctx)).toBe(before);
    }),
  );

  test(
    "pressing the button confirms, and pressing again answers the same",
    withContext(async (ctx) => {
      const { sign, petition } = await openPetition(ctx);
      await sign();
      const { token } = await mailedLink(ctx);
      ctx.clock.advance(60_000);
      const confirmedAt = ctx.now();
      const first = await confirmByToken(ctx, token, inCalifornia);
      expect(first).toEqual({
        result: "confirmed",
        campaignSlug: "privacy-for-all",
        next: { to: "takeAction", country: "KE" },
      });
      const after = await dump(ctx);
      ctx.clock.advance(30 * DAY_MS);
      expect(await confirmByToken(ctx, token, inCalifornia)).toEqual(first);
      expect(await dump(ctx)).toBe(after);
      expect(await listSignatures(ctx)).toMatchObject([{ state: "confirmed", confirmedAt }]);
      expect(await countSignatures(ctx, petition.campaignId)).toBe(1);
    }),
  );

  test(
    "a postal code finds the district when the signature is confirmed",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign({ country: "US", postalCode: "94110" });
      expect(await listSignatures(ctx)).toMatchObject([{ usState: null, usDistrict: null }]);
      const outcome = await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
      expect(outcome).toMatchObject({ next: { to: "lawmakers", zip: "94110" } });
      expect(await listSignatures(ctx)).toMatchObject([{ usState: "CA", usDistrict: 11 }]);
    }),
  );

  test(
    "a territory with one seat needs no postal code, and one that tells nothing leaves the place open",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign({ country: "PR" });
      expect(await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia)).toMatchObject({
        next: { to: "lawmakers", district: "PR-0" },
      });
      await sign({ email: "bob@example.org", country: "US", postalCode: "99999" });
      await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
      expect((await listSignatures(ctx)).map(({ usState, usDistrict }) => [usState, usDistrict])).toEqual([
        ["PR", 0],
        [null, null],
      ]);
    }),
  );

  test(
    "a link that has expired confirms nothing",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      const { token } = await mailedLink(ctx);
      ctx.clock.advance(CONFIRMATION_DAYS * DAY_MS);
      expect(await getConfirmation(ctx, token)).toMatchObject({ isExpired: true, isUsed: false });
      const before = await dump(ctx);
      expect(await confirmByToken(ctx, token, inCalifornia)).toEqual({ result: "expired" });
      expect(await dump(ctx)).toBe(before);
    }),
  );

  test(
    "an old link still answers kindly when another one has confirmed, and adds nothing once it has expired",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      const old = await mailedLink(ctx);
      ctx.clock.advance(120_000);
      await sign();
      await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
      const consents = await listConsents(ctx);
      ctx.clock.advance(CONFIRMATION_DAYS * DAY_MS);
      expect(await confirmByToken(ctx, old.token, inCalifornia)).toMatchObject({ result: "confirmed" });
      expect(await listConsents(ctx)).toEqual(consents);
    }),
  );

  test.each(["withdrawn", "struck"] as const)("the link of a %s signature leads nowhere", (state) =>
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      const { token } = await mailedLink(ctx);
      await ctx.db.update(signatures).set({ state });
      await expect(confirmByToken(ctx, token, inCalifornia)).rejects.toMatchObject({ code: "tokenNotFound" });
      await expect(getConfirmation(ctx, token)).rejects.toMatchObject({ code: "tokenNotFound" });
      expect(await listConsents(ctx)).toEqual([]);
    })(),
  );

  test(
    "a token that nobody was sent leads nowhere, and neither does a stored hash",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      await mailedLink(ctx);
      const [row] = await listConfirmations(ctx);
      for (const token of ["", "wrong", row?.tokenHash ?? "", row?.id ?? ""]) {
        await expect(getConfirmation(ctx, token)).rejects.toMatchObject({ code: "tokenNotFound" });
      }
    }),
  );

  test(
    "a stranger's later post changes nothing about what an earlier mail confirms",
    withContext(async (ctx) => {
      const { sign, choose, partners } = await openPetition(ctx);
      await sign({ name: "Ada Lovelace", country: "KE" });
      const hers = await mailedLink(ctx);
      const everything = await choose({ updates: true, partners: partners.map(({ slug }) => slug) });
      await sign({ name: "ada  LOVELACE", country: "US", postalCode: "94110", locale: "es", choices: everything });
      expect(await listConfirmations(ctx)).toHaveLength(2);

      expect(await getConfirmation(ctx, hers.token)).toMatchObject({
        country: "KE",
        locale: "en",
        choices: { newsletter: false, partnerIds: [] },
      });
      await confirmByToken(ctx, hers.token, inCalifornia);
      expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual(["petition"]);
      const [signature] = await listSignatures(ctx);
      expect(signature).toMatchObject({ country: "KE", locale: "en", usState: null });
      if (signature) expect(await nameOf(ctx, signature)).toBe("Ada Lovelace");
    }),
  );
});

describe("Between looking up and confirming", () => {
  test.each(["withdrawn", "deleted"] as const)(
    "a signature that was %s meanwhile is not told to be confirmed",
    (fate) =>
      withContext(async (ctx) => {
        const { sign, choose } = await openPetition(ctx);
        await sign({ choices: await choose({ updates: true }) });
        const { token } = await mailedLink(ctx);
        const seen = await getConfirmation(ctx, token);
        if (fate === "deleted") await ctx.db.delete(signatures);
        else await ctx.db.update(signatures).set({ state: "withdrawn", withdrawnAt: ctx.now() });
        expect(await confirm(ctx, seen, inCalifornia)).toBeNull();
        expect(await listConsents(ctx)).toEqual([]);
      })(),
  );

  test(
    "one that was struck meanwhile ends as if it had been struck a moment later",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      const seen = await getConfirmation(ctx, (await mailedLink(ctx)).token);
      await ctx.db.update(signatures).set({ state: "struck" });
      expect(await confirm(ctx, seen, inCalifornia)).toMatchObject({ result: "confirmed" });
      expect(await listSignatures(ctx)).toMatchObject([{ state: "struck", confirmedAt: ctx.now() }]);
    }),
  );

  test(
    "one that somebody else confirmed by the same link is confirmed, once",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      const { token } = await mailedLink(ctx);
      const seen = await getConfirmation(ctx, token);
      const first = await confirmByToken(ctx, token, inCalifornia);
      const after = await dump(ctx);
      expect(await confirm(ctx, seen, inCalifornia)).toEqual(first);
      expect(await dump(ctx)).toBe(after);
    }),
  );

  test(
    "a second link adds its consents and leaves time and place of the first",
    withContext(async (ctx) => {
      const { sign, choose } = await openPetition(ctx);
      await sign({ country: "KE" });
      const first = await mailedLink(ctx);
      ctx.clock.advance(120_000);
      await sign({ country: "US", postalCode: "94110", choices: await choose({ updates: true }) });
      const second = await mailedLink(ctx);
      await confirmByToken(ctx, first.token, inCalifornia);
      const [before] = await listSignatures(ctx);
      ctx.clock.advance(60_000);
      expect(await confirmByToken(ctx, second.token, inCalifornia)).toMatchObject({ result: "confirmed" });
      expect(await listSignatures(ctx)).toEqual([before]);
      expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual(["newsletter", "petition", "petition"]);
    }),
  );
});
