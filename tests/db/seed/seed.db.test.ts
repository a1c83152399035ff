import { createHash } from "node:crypto";
import { eq, ne, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import type { Database } from "~db/database";
import { rowsOf } from "~db/rows";
import { campaigns, campaignTranslations } from "~db/schema/campaigns";
import { consentPurposes, consentWordings } from "~db/schema/consents";
import { campaignContent } from "~db/schema/content/campaign-content";
import { localizedText } from "~db/schema/content/localized-text";
import { petitionContent } from "~db/schema/content/petition-content";
import { regulator } from "~db/schema/content/regulator";
import { messageTemplates } from "~db/schema/message-templates";
import { partnerActions, partnerActionTranslations } from "~db/schema/partner-actions";
import { partners } from "~db/schema/partners";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { principleTranslations } from "~db/schema/principles";
import { countries } from "~db/schema/routing";
import { seedDatabase } from "~db/seed/seed";
import { withContext } from "../../support/database";

const locales = ["ar", "bn", "de", "en", "es", "fr", "hi", "id", "pt-BR", "sw", "ur", "zh-Hant"];

test(
  "seeding again changes nothing, in any table",
  withContext(async ({ db }) => {
    const before = await contentsOf(db);

    await seedDatabase(db, new Date("2027-05-01T00:00:00Z"));
    await seedDatabase(db, new Date("2027-06-01T00:00:00Z"));

    expect(await contentsOf(db)).toEqual(before);
    expect(before.get("campaigns")).not.toBe(before.get("signatures"));
  }),
);

test(
  "seeding again leaves what staff edited and removed",
  withContext(async ({ db }) => {
    await db.update(campaigns).set({ goal: 5 }).where(eq(campaigns.isFlagship, true));
    await db.delete(principleTranslations).where(eq(principleTranslations.locale, "hi"));
    const before = await contentsOf(db);

    await seedDatabase(db, new Date("2027-05-01T00:00:00Z"));

    expect(await contentsOf(db)).toEqual(before);
  }),
);

test(
  "a database that was filled before gets the templates it lacks, and keeps those that staff edited",
  withContext(async ({ db }) => {
    await db.delete(messageTemplates).where(ne(messageTemplates.kind, "letter"));
    await db.delete(messageTemplates).where(eq(messageTemplates.locale, "es"));
    await db.update(messageTemplates).set({ content: { edited: true } });

    await seedDatabase(db, new Date("2027-05-01T00:00:00Z"));

    const rows = await db.select().from(messageTemplates).orderBy(messageTemplates.kind, messageTemplates.locale);
    expect(rows.map(({ kind, locale }) => `${kind} ${locale}`)).toEqual([
      "call_script en",
      "call_script es",
      "letter en",
      "letter es",
      "letter_lines en",
      "letter_lines es",
    ]);
    expect(rows.find(({ kind, locale }) => kind === "letter" && locale === "en")?.content).toEqual({ edited: true });
  }),
);

test(
  "all stored content is what its readers expect",
  withContext(async ({ db }) => {
    const landings = [];
    for (const { content } of await db.select().from(campaignTranslations))
      landings.push(campaignContent.parse(content));
    for (const { content } of await db.select().from(petitionTranslations)) petitionContent.parse(content);
    for (const country of await db.select().from(countries)) regulator.nullable().parse(country.regulator);
    for (const partner of await db.select().from(partners)) localizedText.parse(partner.description);

    expect(landings.filter(({ landing }) => landing !== null)).toHaveLength(locales.length);
  }),
);

test(
  "the flagship is there in every locale, and marked where a machine drafted it",
  withContext(async ({ db }) => {
    const rows = await db
      .select({ locale: petitionTranslations.locale, status: petitionTranslations.status, goal: campaigns.goal })
      .from(campaigns)
      .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
      .innerJoin(petitionTranslations, eq(petitionTranslations.petitionId, petitions.id))
      .where(eq(campaigns.isFlagship, true))
      .orderBy(petitionTranslations.locale);

    expect(rows).toEqual(
      locales.map((locale) => ({ locale, status: locale === "en" ? "source" : "machine_draft", goal: 100_000 })),
    );
  }),
);

test(
  "every sample partner and every one of its campaigns is marked as a sample",
  withContext(async ({ db }) => {
    const all = await db.select().from(partners);
    const theirs = (await db.select().from(campaigns)).filter((campaign) => campaign.partnerId !== null);

    expect(all).toHaveLength(10);
    expect(all.filter((partner) => !partner.isSample)).toEqual([]);
    expect(theirs.map((campaign) => campaign.slug).sort()).toEqual([
      "escuelas-sin-rastreo",
      "farmacia-sem-cpf",
      "lembaga-pdp-sekarang",
      "mikopo-bila-kupekua",
      "saaf-soochna",
      "tatbiqat-bila-tatabbu",
    ]);
    expect(theirs.filter((campaign) => !campaign.isSample || campaign.goal !== 1000)).toEqual([]);
  }),
);

test(
  "a partner's unfinished campaign gets no page, and a draft translation does not come out with a published one",
  withContext(async ({ db }) => {
    const actions = await db.select().from(partnerActions);
    const unfinished = actions.filter((action) => action.status !== "published");
    const week = actions.find((action) => action.slug === "auskunft-woche");
    const texts = await db.select().from(partnerActionTranslations);

    expect(unfinished.map(({ slug, status, campaignId }) => [slug, status, campaignId]).sort()).toEqual([
      ["pas-de-visage-sans-accord", "review", null],
      ["signal-respected", "draft", null],
    ]);
    expect(texts.filter((text) => text.actionId === week?.id).map((text) => text.locale)).toEqual(["de"]);
    expect(texts.filter((text) => text.locale !== "en" && text.status !== "machine_draft")).toEqual([]);
  }),
);

test(
  "each consent has its first wording in every locale, with its hash and no open number",
  withContext(async ({ db }) => {
    const rows = await db.select().from(consentWordings);

    expect(rows).toHaveLength(consentPurposes.length * locales.length);
    for (const { purpose, text, sha256, version } of rows) {
      expect(version).toBe(1);
      expect(sha256).toBe(createHash("sha256").update(text).digest("hex"));
      expect(text.match(/\{\{\w+\}\}/g) ?? []).toEqual(purpose === "partner_sharing" ? ["{{partner}}"] : []);
    }
  }),
);

test(
  "the wording promises the same days after which unconfirmed signatures are deleted",
  withContext(async ({ db }) => {
    const rows = await db.select().from(consentWordings).where(eq(consentWordings.purpose, "petition"));
    expect(
      rows.filter(({ text }) => !text.includes(` ${UNCONFIRMED_DAYS} `) && !text.includes(` ${UNCONFIRMED_DAYS}.`)),
    ).toEqual([]);
  }),
);

/** One hash for the rows of each table. */
async function contentsOf(db: Database): Promise<Map<string, unknown>> {
  const tables = rowsOf(
    await db.execute(sql`select table_name as name from information_schema.tables where table_schema = 'public'`),
  );
  const contents = new Map<string, unknown>();
  for (const { name } of tables) {
    const table = sql.identifier(String(name));
    const [row] = rowsOf(
      await db.execute(
        sql`select count(*)::int || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`,
      ),
    );
    contents.set(String(name), row?.hash);
  }
  return contents;
}
