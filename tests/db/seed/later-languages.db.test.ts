import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { archive } from "~/domain/content/archive.server";
import { changeAddress } from "~/domain/content/change-address.server";
import { listContent } from "~/domain/content/list-content.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { campaigns, campaignTranslations } from "~db/schema/campaigns";
import { consentPurposes, consentWordings } from "~db/schema/consents";
import { contentItems, contentRevisions, contentSlugs } from "~db/schema/content-items";
import { petitionTranslations } from "~db/schema/petitions";
import { principleTranslations } from "~db/schema/principles";
import { searchDocuments } from "~db/schema/search";
import { updateTranslations } from "~db/schema/updates";
import { seedDatabase } from "~db/seed/seed";
import { ada, newestOf, principle, versionsOf } from "../../domain/content/people";
import { type TestContext, withContext } from "../../support/database";

const later = new Date("2027-05-01T00:00:00Z");
const flagship = "privacy-for-all";

/** As if the product had come without a language. */
async function withoutLanguage({ db }: TestContext, locale: string): Promise<void> {
  const shown = [
    campaignTranslations,
    petitionTranslations,
    principleTranslations,
    consentWordings,
    updateTranslations,
  ];
  for (const table of [...shown, contentRevisions, contentSlugs, searchDocuments])
    await db.delete(table).where(eq(table.locale, locale));
}

async function everyTextIn({ db }: TestContext, locale: string) {
  const [campaign] = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, flagship));
  const ofFlagship = and(
    eq(campaignTranslations.locale, locale),
    eq(campaignTranslations.campaignId, campaign?.id ?? ""),
  );
  return {
    campaign: await db.select().from(campaignTranslations).where(ofFlagship),
    petition: (await db.select().from(petitionTranslations).where(eq(petitionTranslations.locale, locale))).length,
    principles: await db.select().from(principleTranslations).where(eq(principleTranslations.locale, locale)),
    articles: await db.select().from(updateTranslations).where(eq(updateTranslations.locale, locale)),
    wordings: (await db.select().from(consentWordings).where(eq(consentWordings.locale, locale))).length,
    slugs: (await db.select().from(contentSlugs).where(eq(contentSlugs.locale, locale))).length,
    found: (await db.select().from(searchDocuments).where(eq(searchDocuments.locale, locale))).length,
  };
}

test(
  "a language that came later is added to what came with the product, as a machine's draft",
  withContext(async (ctx) => {
    const asShipped = await everyTextIn(ctx, "zh-Hant");
    const wordings = consentPurposes.length;
    expect(asShipped).toMatchObject({ petition: 1, wordings, slugs: 13, found: 13 });
    expect(asShipped.articles).toHaveLength(2);
    await withoutLanguage(ctx, "zh-Hant");

    await seedDatabase(ctx.db, later);
    expect(await everyTextIn(ctx, "zh-Hant")).toEqual(asShipped);
    const [version] = await versionsOf(ctx, { kind: "campaign", key: flagship }, "zh-Hant");
    expect(version).toMatchObject({ number: 1, sourceNumber: 1, state: "published", isMachineDraft: true });
    expect(version).toMatchObject({ reviewedBy: null, publishedAt: later });
  }),
);

test(
  "what staff edited, removed or gave another address is left as it is",
  withContext(async (ctx) => {
    const es = { ...principle, locale: "es", number: 1 };
    const basedOn = await newestOf(ctx, principle, "ar");
    const fields = { title: "t", short: "s", long: "l" };
    await archive(ctx, ada, es);
    await saveDraft(ctx, ada, { ...principle, locale: "ar", fields, basedOn, isMachineDraft: true });
    await publish(ctx, ada, { ...principle, locale: "ar", number: 2 });
    await changeAddress(ctx, ada, { ...principle, locale: "ar", slug: "الحد-الأدنى" });
    const before = await listContent(ctx, ada);
    const shown = [await everyTextIn(ctx, "es"), await everyTextIn(ctx, "ar")];

    await seedDatabase(ctx.db, later);
    expect(await listContent(ctx, ada)).toEqual(before);
    expect([await everyTextIn(ctx, "es"), await everyTextIn(ctx, "ar")]).toEqual(shown);
  }),
);

test(
  "a language that comes after the source was changed is marked as older, and consents keep to the words of now",
  withContext(async (ctx) => {
    await withoutLanguage(ctx, "zh-Hant");
    for (const [kind, key] of [
      ["principle", principle.key],
      ["consent_wording", "newsletter"],
    ]) {
      const [item] = await ctx.db
        .select()
        .from(contentItems)
        .where(
          and(eq(contentItems.kind, kind === "principle" ? kind : "consent_wording"), eq(contentItems.key, key ?? "")),
        );
      if (!item) throw new Error("There is no such text.");
      const ofSource = and(eq(contentRevisions.itemId, item.id), eq(contentRevisions.locale, "en"));
      const [first] = await ctx.db.select().from(contentRevisions).where(ofSource);
      if (!first) throw new Error("It has no source.");
      await ctx.db.update(contentRevisions).set({ state: "archived" }).where(ofSource);
      await ctx.db.insert(contentRevisions).values({ ...first, number: 2, sha256: "changed" });
    }

    await seedDatabase(ctx.db, later);
    const { principles, wordings } = await everyTextIn(ctx, "zh-Hant");
    expect(principles.filter(({ isStale }) => isStale).map(({ slug }) => slug)).toEqual([principle.key]);
    expect(wordings).toBe(consentPurposes.length - 1);
    expect((await versionsOf(ctx, principle, "zh-Hant"))[0]).toMatchObject({ sourceNumber: 1 });
  }),
);

test(
  "a database that was filled before texts had versions gets them, of what its readers see",
  withContext(async (ctx) => {
    await ctx.db
      .update(principleTranslations)
      .set({ title: "Edited by hand" })
      .where(eq(principleTranslations.locale, "es"));
    for (const table of [contentSlugs, contentRevisions, contentItems]) await ctx.db.delete(table);
    await withoutLanguage(ctx, "zh-Hant");

    await seedDatabase(ctx.db, later);
    const [spanish] = await versionsOf(ctx, principle, "es");
    expect(spanish).toMatchObject({ number: 1, state: "published", fields: { title: "Edited by hand" } });
    const wordings = consentPurposes.length;
    expect(await everyTextIn(ctx, "zh-Hant")).toMatchObject({ petition: 1, wordings, slugs: 13 });
    const again = await listContent(ctx, ada);
    await seedDatabase(ctx.db, later);
    expect(await listContent(ctx, ada)).toEqual(again);
  }),
);
