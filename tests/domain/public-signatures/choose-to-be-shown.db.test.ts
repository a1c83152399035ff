import { describe, expect, test } from "vitest";
import { findPublicSignature } from "~/domain/public-signatures/find-public-signature.server";
import { hideStandingSignature } from "~/domain/public-signatures/hide-signature.server";
import { rotateKeys } from "~/domain/rotation/rotate-keys.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { createVault } from "~/services/vault.server";
import { consentWordings } from "~db/schema/consents";
import { withContext } from "../../support/database";
import {
  dump,
  inCalifornia,
  listConsents,
  listJobs,
  mailedLink,
  openPetition,
  waysToConfirm,
} from "../signatures/signing";
import { listShown, nothing, signAndShow } from "./showing";

const page = { locale: "en", gpc: false };

describe.each(waysToConfirm)("Confirming %s", (_, confirm) => {
  test(
    "writes down a yes to the name and to the comment, with the words that were shown, and nothing else is public",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      const { token } = await mailedLink(ctx);
      ctx.clock.advance(60_000);
      await confirm(ctx, token, inCalifornia, { showsName: true, comment: "Please listen.", locale: "fr", gpc: true });

      const wordings = new Map((await ctx.db.select().from(consentWordings)).map((row) => [row.id, row]));
      const said = (await listConsents(ctx)).filter(({ purpose }) => purpose.startsWith("public_"));
      expect(said.map(({ purpose }) => purpose)).toEqual(["public_comment", "public_name"]);
      for (const consent of said) {
        expect(consent).toMatchObject({ granted: true, source: "confirm_page", gpc: true, givenAt: ctx.now() });
        expect(wordings.get(consent.wordingId)).toMatchObject({ purpose: consent.purpose, locale: "fr" });
      }
      const [shown] = await listShown(ctx);
      expect(shown).toMatchObject({ showsName: true, commentState: "waiting", recordedAt: ctx.now() });
      expect(ctx.vault.open("signature.comment", shown?.commentSealed ?? "")).toBe("Please listen.");
      expect(await dump(ctx)).not.toContain("Please listen");
    }),
  );

  test(
    "a comment may stand without a name; with nothing chosen there is neither a row nor a consent",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      await confirm(ctx, (await mailedLink(ctx)).token, inCalifornia, { ...nothing, comment: "Only words" });
      await sign({ email: "grace@example.org" });
      await confirm(ctx, (await mailedLink(ctx)).token, inCalifornia, nothing);
      expect((await listShown(ctx)).map(({ showsName }) => showsName)).toEqual([false]);
      expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual([
        "petition",
        "petition",
        "public_comment",
      ]);
    }),
  );

  test(
    "pressing twice keeps what was said first; a later link of the same person adds to it",
    withContext(async (ctx) => {
      const { sign } = await openPetition(ctx);
      await sign();
      const first = await mailedLink(ctx);
      ctx.clock.advance(120_000);
      await sign();
      const second = await mailedLink(ctx);
      await confirm(ctx, first.token, inCalifornia, { ...nothing, showsName: true, comment: "First" });
      await confirm(ctx, first.token, inCalifornia, { ...nothing, comment: "Again" });
      const textOf = async () => (await findPublicSignature(ctx, first.confirmation))?.comment;
      expect(await textOf()).toBe("First");
      await confirm(ctx, second.token, inCalifornia, { ...nothing, comment: "Second" });
      expect(await textOf()).toBe("Second");
      expect(await listShown(ctx)).toMatchObject([{ showsName: true, commentState: "waiting" }]);
    }),
  );
});

test(
  "withdrawing the signature takes both back, as new rows, and forgets the comment",
  withContext(async (ctx) => {
    const petition = await openPetition(ctx);
    const { token } = await signAndShow(ctx, petition, { showsName: true, comment: "Listen" });
    ctx.clock.advance(60_000);
    await withdrawByToken(ctx, token, page);
    expect(await listShown(ctx)).toEqual([]);
    const noes = (await listConsents(ctx)).filter(({ granted }) => !granted);
    expect(noes.map(({ purpose }) => purpose)).toEqual(["petition", "public_comment", "public_name"]);
    expect(await listJobs(ctx, "end-petition-deliveries")).toHaveLength(1);
  }),
);

test(
  "a signer may be shown no more and go on counting; pressing twice does it once",
  withContext(async (ctx) => {
    const petition = await openPetition(ctx);
    const { campaignId, signatureId } = await signAndShow(ctx, petition, { showsName: true, comment: "Listen" });
    const signature = { campaignId, id: signatureId };
    ctx.clock.advance(60_000);
    await hideStandingSignature(ctx, signature, page);
    await hideStandingSignature(ctx, signature, page);
    expect(await findPublicSignature(ctx, { campaignId, signatureId })).toBeNull();
    const noes = (await listConsents(ctx)).filter(({ granted }) => !granted);
    expect(noes.map(({ purpose, source }) => [purpose, source])).toEqual([
      ["public_comment", "confirm_page"],
      ["public_name", "confirm_page"],
    ]);
  }),
);

test(
  "comments are sealed anew when keys are rotated",
  withContext(async (ctx) => {
    const keys = [1, 3].map((byte, at) => ({ id: `k${at}`, key: Buffer.alloc(32, byte) }));
    const lookup = Buffer.alloc(32, 2);
    const old = { ...ctx, vault: createVault(keys.slice(0, 1), lookup) };
    const petition = await openPetition(old);
    const { campaignId, signatureId } = await signAndShow(old, petition, { comment: "Listen" });
    await rotateKeys({ ...ctx, vault: createVault([...keys].reverse(), lookup) });
    const after = { ...ctx, vault: createVault(keys.slice(1), lookup) };
    expect((await findPublicSignature(after, { campaignId, signatureId }))?.comment).toBe("Listen");
  }),
);
