import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { antiBotFields } from "~/domain/abuse/anti-bot-fields";
import { stampForm } from "~/domain/abuse/read-anti-bot-fields.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { approve, approveLegally } from "~/domain/content/approve.server";
import { listContent } from "~/domain/content/list-content.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { createSigningDesk } from "~/domain/signatures/take-sign-form.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { consents, consentWordings } from "~db/schema/consents";
import { type TestContext, withContext } from "../../support/database";
import { ada, grace, newestOf, ruth } from "../content/people";
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

/** A new wording of the newsletter in English, before readers. */
async function changeNewsletterWording(ctx: TestContext) {
  const wording = { kind: "consent_wording", key: "newsletter", locale: "en" };
  const fields = { text: "Write to me about the campaign, at most twice a month." };
  const basedOn = await newestOf(ctx, wording, "en");
  const saved = await saveDraft(ctx, ada, { ...wording, fields, basedOn });
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  const name = { ...wording, number: saved.number };
  await submitForReview(ctx, ada, name);
  await approve(ctx, grace, name);
  await approveLegally(ctx, ruth, name);
  expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });
}

test(
  "what is recorded is the wording that the form showed, though another one is in force when it is sent",
  withContext(async (ctx) => {
    const { campaign } = await openPetition(ctx);
    const switches = createSwitchesSource(ctx);
    await switches.load();
    const shown = await listConsentWordings(ctx, "en");
    const newsletter = shown.find(({ purpose }) => purpose === "newsletter");
    const made = { now: ctx.now(), vault: ctx.vault, petitionId: campaign.petition.id };
    const stamps = [stampForm({ ...made, wordings: shown }), "forged"];
    await changeNewsletterWording(ctx);
    const [newer] = (await listConsentWordings(ctx, "en")).filter(({ purpose }) => purpose === "newsletter");
    expect(newer).toMatchObject({ version: 2 });
    ctx.clock.advance(3 * 86_400_000);

    const take = createSigningDesk(ctx, switches);
    for (const [n, stamp] of stamps.entries()) {
      const fields = { name: "Ada", email: `ada${n}@example.org`, country: "KE", updates: "yes" };
      const form = new URLSearchParams({ ...fields, [antiBotFields.stamp]: stamp });
      await take({ form, campaignSlug: campaign.slug, locale: "en", gpc: false, address: undefined });
      ctx.clock.advance(1_000);
      await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    }
    const given = (await listConsents(ctx)).filter(({ purpose }) => purpose === "newsletter");
    expect(given.map(({ wordingId }) => wordingId).sort()).toEqual([newsletter?.id, newer?.id].sort());
  }),
);

test(
  "nobody is asked to agree to a translation of words that were changed since",
  withContext(async (ctx) => {
    const wordings = async (locale: string) =>
      Object.fromEntries((await listConsentWordings(ctx, locale)).map((one) => [one.purpose, one]));
    expect(await wordings("es")).toMatchObject({ newsletter: { locale: "es", version: 1 } });
    await changeNewsletterWording(ctx);
    for (const locale of ["es", "ar", "en"]) {
      expect((await wordings(locale)).newsletter, locale).toMatchObject({ locale: "en", dir: "ltr", version: 2 });
    }
    expect(await wordings("ar")).toMatchObject({ petition: { locale: "ar", dir: "rtl" } });

    const contents = await listContent(ctx, ada, { kind: "consent_wording", key: "newsletter" });
    const published = contents[0]?.texts.map((text) => [
      text.locale,
      text.published?.isLegallyReviewed,
      text.stale?.to,
    ]);
    expect(published).toContainEqual(["en", true, undefined]);
    expect(published).toContainEqual(["es", false, 2]);
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
