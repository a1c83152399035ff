import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { countSignatures } from "~/domain/campaigns/count-signatures.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import { signatures } from "~db/schema/signatures";
import { withContext } from "../../support/database";
import {
  ada,
  inCalifornia,
  listConfirmations,
  listJobs,
  listSignatures,
  mailedLink,
  nameOf,
  openPetition,
  waysToSign,
} from "./signing";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

describe.each(waysToSign)("Signing %s:", (_, makeSign) => {
  test(
    "a first signature is pending and asks its mailbox to confirm, once",
    withContext(async (ctx) => {
      const { sign, petition } = await openPetition(ctx, "en", makeSign);
      expect(await sign()).toBe("checkInbox");

      expect(await listSignatures(ctx)).toMatchObject([
        {
          state: "pending",
          petitionId: petition.id,
          country: "KE",
          locale: "en",
          signedAt: ctx.now(),
          confirmedAt: null,
        },
      ]);
      expect(await listConfirmations(ctx)).toMatchObject([{ tokenHash: null, codeHash: null, usedAt: null }]);
      const [confirmation] = await listConfirmations(ctx);
      expect(await listJobs(ctx)).toMatchObject([
        { name: "email-confirmation", payload: { campaignId: petition.campaignId, confirmationId: confirmation?.id } },
      ]);
      expect(await countSignatures(ctx, petition.campaignId)).toBe(0);
    }),
  );

  test(
    "one person on one mailbox signs once, however name and address are spelt",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign({ name: "José Ñáñez", email: "jose.nanez@gmail.com" });
      await sign({ name: "JOSE  NANEZ", email: "josenanez+petition@googlemail.com" });
      expect(await listSignatures(ctx)).toHaveLength(1);
      expect(await listConfirmations(ctx)).toHaveLength(1);
    }),
  );

  test(
    "two people share a mailbox; a third is told by mail only, once a day, and nothing of them is kept",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign({ name: "Ada Lovelace" });
      await sign({ name: "William King" });
      for (let again = 0; again < 3; again++) expect(await sign({ name: "Charles Babbage" })).toBe("checkInbox");

      const rows = await listSignatures(ctx);
      expect(rows.map(({ mailboxSlot }) => mailboxSlot)).toEqual([1, 2]);
      expect(await Promise.all(rows.map((row) => nameOf(ctx, row)))).toEqual(["Ada Lovelace", "William King"]);
      expect(await listJobs(ctx, "email-mailbox-full")).toHaveLength(1);
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(2);

      await ctx.db.update(signatures).set({ state: "confirmed", confirmedAt: ctx.now() });
      ctx.clock.advance(DAY_MS);
      await sign({ name: "Charles Babbage" });
      expect(await listJobs(ctx, "email-mailbox-full")).toHaveLength(2);
    }),
  );

  test(
    "who withdrew may sign again, and the place on the mailbox is free",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign({ name: "Ada Lovelace" });
      await sign({ name: "William King" });
      const [first] = await listSignatures(ctx);
      await ctx.db
        .update(signatures)
        .set({ state: "withdrawn" })
        .where(eq(signatures.id, first?.id ?? ""));
      await sign({ name: "Ada Lovelace" });
      const living = (await listSignatures(ctx)).filter(({ state }) => state === "pending");
      expect(living.map(({ mailboxSlot }) => mailboxSlot).sort()).toEqual([1, 2]);
    }),
  );

  test(
    "who was struck can't sign again, and hears the same",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign();
      await ctx.db.update(signatures).set({ state: "struck" });
      ctx.clock.advance(DAY_MS);
      expect(await sign()).toBe("checkInbox");
      expect(await listSignatures(ctx)).toHaveLength(1);
      expect(await listJobs(ctx)).toHaveLength(1);
    }),
  );

  test(
    "equal posts within a minute are one press of the button, and later ones bring a new mail",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign();
      ctx.clock.advance(MINUTE_MS - 1);
      await sign();
      expect(await listConfirmations(ctx)).toHaveLength(1);
      ctx.clock.advance(1);
      await sign();
      expect(await listConfirmations(ctx)).toHaveLength(2);
      expect(await listSignatures(ctx)).toHaveLength(1);
    }),
  );

  test(
    "a post that chose otherwise is not taken for the same press",
    withContext(async (ctx) => {
      const { sign, choose } = await openPetition(ctx, "en", makeSign);
      await sign();
      await sign({ choices: await choose({ updates: true }) });
      expect(await listConfirmations(ctx)).toHaveLength(2);
    }),
  );

  test(
    "a mailbox gets five mails a day for one signature, and more the next day",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      for (let post = 0; post < 9; post++) {
        expect(await sign()).toBe("checkInbox");
        ctx.clock.advance(2 * MINUTE_MS);
      }
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(5);
      ctx.clock.advance(DAY_MS);
      await sign();
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(6);
    }),
  );

  test(
    "who has confirmed and signs again gets one mail a day that says so",
    withContext(async (ctx) => {
      const { sign, petition } = await openPetition(ctx, "en", makeSign);
      await sign();
      await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
      for (let post = 0; post < 3; post++) {
        ctx.clock.advance(2 * MINUTE_MS);
        expect(await sign()).toBe("checkInbox");
      }
      expect(await listJobs(ctx, "email-already-signed")).toHaveLength(1);
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(1);
      ctx.clock.advance(DAY_MS);
      await sign();
      expect(await listJobs(ctx, "email-already-signed")).toHaveLength(2);
      expect(await countSignatures(ctx, petition.campaignId)).toBe(1);
    }),
  );

  test(
    "only confirmed signatures are counted",
    withContext(async (ctx) => {
      const { sign, petition } = await openPetition(ctx, "en", makeSign);
      const states = ["pending", "confirmed", "confirmed", "withdrawn", "struck"] as const;
      for (const [position, state] of states.entries()) {
        await sign({ email: `signer${position}@example.org` });
        await ctx.db
          .update(signatures)
          .set({ state })
          .where(eq(signatures.id, (await listSignatures(ctx)).at(-1)?.id ?? ""));
      }
      expect(await countSignatures(ctx, petition.campaignId)).toBe(2);
    }),
  );

  test(
    "a petition that is not open yet, or no more, takes nothing",
    withContext(async (ctx) => {
      const { sign, petition, choose } = await openPetition(ctx, "en", makeSign);
      const choices = await choose();
      const closed = { ...petition, closesAt: ctx.now() };
      expect(await makeSign(ctx)(closed, { ...ada, locale: "en", choices })).toBe("closed");
      ctx.clock.set(new Date(petition.opensAt.getTime() - 1));
      expect(await sign()).toBe("closed");
      expect(await listSignatures(ctx)).toEqual([]);
      expect(await listJobs(ctx)).toEqual([]);
    }),
  );

  test(
    "a postal code is kept where it leads to a seat in Congress, and nowhere else",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign({ email: "a@example.org", country: "US", postalCode: "94110" });
      await sign({ email: "b@example.org", country: "PR", postalCode: "00901" });
      await sign({ email: "c@example.org", country: "DE", postalCode: "10115" });
      await sign({ email: "d@example.org", country: "US", postalCode: "" });
      const kept = (await listConfirmations(ctx)).map(({ postalCodeSealed }) => postalCodeSealed);
      expect(kept.map((sealed) => sealed && ctx.vault.open("signature.postalCode", sealed))).toEqual([
        "94110",
        "00901",
        null,
        null,
      ]);
      expect(kept.join()).not.toContain("94110");
    }),
  );

  test(
    "one person may sign the petition of each campaign, and their hashes don't tell it is one",
    withContext(async (ctx) => {
      const { sign, choose } = await openPetition(ctx, "en", makeSign);
      const other = await getCampaign(ctx, "mikopo-bila-kupekua", "en");
      await sign();
      await makeSign(ctx)(
        { ...other.petition, campaignId: other.id },
        { ...ada, locale: "en", choices: await choose() },
      );
      const [one, two] = await listSignatures(ctx);
      expect(two?.mailboxHash).not.toBe(one?.mailboxHash);
      expect(two?.identityHash).not.toBe(one?.identityHash);
    }),
  );

  test(
    "invented names that nobody confirms keep a mailbox's owner out for a day at most",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign({ name: "Nobody One" });
      ctx.clock.advance(1_000);
      await sign({ name: "Nobody Two" });
      await sign();
      expect(await listJobs(ctx, "email-mailbox-full")).toHaveLength(1);

      ctx.clock.advance(DAY_MS - 1_000);
      await sign();
      const names = await Promise.all((await listSignatures(ctx)).map((signature) => nameOf(ctx, signature)));
      expect(names).toEqual(["Nobody Two", "Ada Lovelace"]);
    }),
  );

  test(
    "a confirmed signature never gives its place away",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      for (const name of ["Ada Lovelace", "Byron Lovelace"]) {
        await sign({ name });
        await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
        ctx.clock.advance(1_000);
      }
      ctx.clock.advance(30 * DAY_MS);
      await sign({ name: "A Third" });
      expect(await listSignatures(ctx)).toHaveLength(2);
      expect(await listJobs(ctx, "email-mailbox-full")).toHaveLength(1);
    }),
  );

  test(
    "a signer's correction of country and postal code counts once its own mail is confirmed",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign({ country: "KE" });
      const first = await mailedLink(ctx);
      ctx.clock.advance(1_000);
      await sign({ country: "US", postalCode: "94110" });
      const second = await mailedLink(ctx);
      expect(first.confirmation.country).toBe("KE");

      expect(await confirmByToken(ctx, second.token, inCalifornia)).toMatchObject({
        next: { to: "lawmakers", zip: "94110" },
      });
      expect(await listSignatures(ctx)).toMatchObject([{ country: "US", usState: "CA", usDistrict: 11 }]);
    }),
  );

  test(
    "no link outlives its signature",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await sign();
      const { signedAt } = (await listSignatures(ctx))[0] ?? { signedAt: ctx.now() };
      ctx.clock.advance(13 * DAY_MS);
      await sign();
      const last = (await listConfirmations(ctx)).at(-1);
      expect(last?.expiresAt.getTime()).toBe(signedAt.getTime() + UNCONFIRMED_DAYS * DAY_MS);
    }),
  );
});
