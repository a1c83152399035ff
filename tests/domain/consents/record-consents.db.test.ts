import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { consents, consentWordings } from "~db/schema/consents";
import { withContext } from "../../support/database";
import { inCalifornia, listConsents, mailedLink, openPetition } from "../signatures/signing";

test(
  "what was ticked is recorded on confirming, with its wording, language and dates",
  withContext(async (ctx) => {
    const { sign, choose, partners, campaign } = await openPetition(ctx, "es");
    const [first] = partners;
    if (!first) throw new Error("The flagship names no partner.");
    const signedAt = ctx.now();
    await sign({ choices: await choose({ updates: true, partners: [first.slug] }) });
    const { token, confirmation } = await mailedLink(ctx);
    ctx.clock.advance(3_600_000);
    expect(await listConsents(ctx)).toEqual([]);
    await confirmByToken(ctx, token, inCalifornia);

    const rows = await listConsents(ctx);
    expect(rows.map(({ purpose, partnerId }) => [purpose, partnerId])).toEqual([
      ["newsletter", null],
      ["partner_sharing", first.id],
      ["petition", null],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({
        campaignId: campaign.id,
        signatureId: confirmation.signatureId,
        granted: true,
        locale: "es",
        source: "sign_form",
        gpc: false,
        givenAt: signedAt,
        recordedAt: ctx.now(),
      });
    }
    const wordings = await ctx.db
      .select()
      .from(consentWordings)
      .where(
        inArray(
          consentWordings.id,
          rows.map(({ wordingId }) => wordingId),
        ),
      );
    const purposeOf = new Map(wordings.map(({ id, purpose }) => [id, purpose]));
    expect(rows.map(({ wordingId }) => purposeOf.get(wordingId))).toEqual(rows.map(({ purpose }) => purpose));
  }),
);

test.each([
  [{}, ["petition"]],
  [{ updates: true }, ["newsletter", "petition"]],
  [{ partners: "all" }, ["partner_sharing", "petition"]],
])("ticking %j is a yes to %j and to nothing else", (ticked: { updates?: boolean; partners?: string }, purposes) =>
  withContext(async (ctx) => {
    const { sign, choose, partners } = await openPetition(ctx);
    const slugs = ticked.partners ? partners.map(({ slug }) => slug) : [];
    await sign({ choices: await choose({ updates: ticked.updates ?? false, partners: slugs }) });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    const rows = await listConsents(ctx);
    expect([...new Set(rows.map(({ purpose }) => purpose))]).toEqual(purposes);
    const named = rows.flatMap(({ partnerId }) => partnerId ?? []);
    expect(named.sort()).toEqual(
      partners
        .filter(({ slug }) => slugs.includes(slug))
        .map(({ id }) => id)
        .sort(),
    );
  })(),
);

test(
  "a browser that asks for privacy shares with no partner, whatever was posted",
  withContext(async (ctx) => {
    const { sign, choose, partners } = await openPetition(ctx);
    await sign({ choices: await choose({ updates: true, partners: partners.map(({ slug }) => slug), gpc: true }) });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    const rows = await listConsents(ctx);
    expect(rows.map(({ purpose, gpc }) => [purpose, gpc])).toEqual([
      ["newsletter", true],
      ["petition", true],
    ]);
  }),
);

test(
  "a partner that the form does not name gets nothing",
  withContext(async (ctx) => {
    const { choose } = await openPetition(ctx);
    expect((await choose({ partners: ["stranger"] })).partnerIds).toEqual([]);
  }),
);

test(
  "without the words of a purpose there is no consent",
  withContext(async (ctx) => {
    await ctx.db.delete(consents);
    await ctx.db.delete(consentWordings);
    await expect(openPetition(ctx)).rejects.toThrow("no consent wording");
  }),
);

test(
  "each mail that is confirmed adds the choices that it showed",
  withContext(async (ctx) => {
    const { sign, choose } = await openPetition(ctx);
    await sign();
    const first = await mailedLink(ctx);
    ctx.clock.advance(1_000);
    await sign({ choices: await choose({ updates: true }) });
    const second = await mailedLink(ctx);
    await confirmByToken(ctx, first.token, inCalifornia);
    expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual(["petition"]);
    await confirmByToken(ctx, second.token, inCalifornia);
    expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual(["newsletter", "petition", "petition"]);
  }),
);
