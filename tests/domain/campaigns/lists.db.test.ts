import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countSignatures } from "~/domain/campaigns/count-signatures.server";
import { getCampaign, getFlagship } from "~/domain/campaigns/get-campaign.server";
import { getLetterTexts } from "~/domain/campaigns/get-letter-texts.server";
import { getMessageTemplates } from "~/domain/campaigns/get-message-templates.server";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { listCallScripts } from "~/domain/contacts/call-scripts.server";
import { approve, approveLegally } from "~/domain/content/approve.server";
import { listLatestUpdates } from "~/domain/updates/list-updates.server";
import { campaigns } from "~db/schema/campaigns";
import { consentPurposes, consentWordings } from "~db/schema/consents";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { grace, ruth } from "../content/people";

test(
  "the list of campaigns starts with the flagship, then those in the reader's language, and hides drafts",
  withContext(async (ctx) => {
    await ctx.db.update(campaigns).set({ status: "draft" }).where(eq(campaigns.slug, "saaf-soochna"));

    const list = await listCampaigns(ctx, "es");

    expect(list.map(({ slug }) => slug).slice(0, 2)).toEqual(["privacy-for-all", "escuelas-sin-rastreo"]);
    expect(list).toHaveLength(6);
    expect(list.find(({ slug }) => slug === "tatbiqat-bila-tatabbu")).toMatchObject({
      locale: "ar",
      dir: "rtl",
      isSample: true,
      title: "تطبيقات بلا تتبّع",
    });
    expect(list.find(({ slug }) => slug === "mikopo-bila-kupekua")).toMatchObject({ locale: "en", dir: "ltr" });
  }),
);

test(
  "the ten principles come in their order and in the reader's language, else in English",
  withContext(async (ctx) => {
    const arabic = await listPrinciples(ctx, "ar");
    expect(arabic.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(arabic.filter(({ locale }) => locale !== "ar")).toEqual([]);
    expect((await listPrinciples(ctx, "nl"))[0]).toMatchObject({
      locale: "en",
      title: "Know how and why your data is used",
    });
  }),
);

test(
  "the latest updates are the newest, and one that is dated ahead waits",
  withContext(async (ctx) => {
    expect((await listLatestUpdates(ctx, "es", 2)).map(({ slug, locale }) => [slug, locale])).toEqual([
      ["sample-evening-on-data-rights", "en"],
      ["sample-three-changes-2024", "en"],
    ]);

    ctx.clock.set("2024-05-14T00:00:00Z");
    expect((await listLatestUpdates(ctx, "en", 6)).map(({ slug }) => slug)).toEqual([
      "sample-floor-or-ceiling",
      "sample-draft-federal-privacy-bill",
    ]);
  }),
);

test(
  "people agree to the newest wording in their language, else in English",
  withContext(async (ctx) => {
    const [first] = await ctx.db.select().from(consentWordings).where(eq(consentWordings.locale, "es")).limit(1);
    if (first === undefined) throw new Error("no Spanish wording");
    await ctx.db.insert(consentWordings).values({ ...first, id: ctx.newId(), version: 2, text: "Nuevo", sha256: "x" });

    const spanish = await listConsentWordings(ctx, "es");
    expect(spanish.map(({ purpose }) => purpose)).toEqual(consentPurposes);
    expect(spanish.find(({ purpose }) => purpose === first.purpose)).toMatchObject({ version: 2, text: "Nuevo" });
    expect(spanish.filter(({ locale }) => locale !== "es")).toEqual([]);

    const dutch = await listConsentWordings(ctx, "nl");
    expect(dutch.map(({ locale, version }) => [locale, version])).toEqual(consentPurposes.map(() => ["en", 1]));
  }),
);

test(
  "the words that people agree to say whether a person has read a machine's",
  withContext(async (ctx) => {
    const name = { kind: "consent_wording", key: "petition", locale: "es", number: 1 };
    const statuses = async (locale: string) => (await listConsentWordings(ctx, locale)).map(({ status }) => status);
    const of = (status: string) => consentPurposes.map(() => status);
    expect(await statuses("en")).toEqual(of("source"));
    expect(await statuses("es")).toEqual(of("machine_draft"));

    await approve(ctx, grace, name);
    await approveLegally(ctx, ruth, name);
    expect(await statuses("es")).toEqual(["reviewed", ...of("machine_draft").slice(1)]);
  }),
);

test(
  "a call script says in which language a machine drafted it",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    const scripts = await listCallScripts(ctx, id);
    expect(scripts.map(({ language, isDraft }) => [language, isDraft])).toEqual([
      ["en", false],
      ["es", true],
    ]);
  }),
);

test(
  "a campaign without message templates uses the flagship's",
  withContext(async (ctx) => {
    const { id } = await getCampaign(ctx, "escuelas-sin-rastreo", "es");
    const texts = await getLetterTexts(ctx, id);
    const { callScript } = await getMessageTemplates(ctx, id, "ar");

    expect(texts?.en.letter).toMatchObject({ status: "source" });
    expect(texts?.es).toMatchObject({ letter: { status: "machine_draft" }, lines: { status: "machine_draft" } });
    expect(texts?.en.letter.statesWithLaw).toContain("CA");
    expect(callScript).toMatchObject({ locale: "en", dir: "ltr" });
    expect(callScript?.content.steps.map((step) => step.kind)).toContain("pick");
  }),
);

test(
  "only confirmed signatures are counted",
  withContext(async (ctx) => {
    const flagship = await getFlagship(ctx, "en");
    const other = await getCampaign(ctx, "saaf-soochna", "en");
    for (const state of ["pending", "confirmed", "confirmed", "withdrawn", "struck"] as const) {
      await insertSignature(ctx, flagship, state);
    }
    await insertSignature(ctx, other, "confirmed");

    expect(await countSignatures(ctx, flagship.id)).toBe(2);
  }),
);

async function insertSignature(
  ctx: TestContext,
  campaign: { id: string; petition: { id: string } },
  state: "pending" | "confirmed" | "withdrawn" | "struck",
) {
  const id = ctx.newId();
  await ctx.db.insert(signatures).values({
    campaignId: campaign.id,
    id,
    petitionId: campaign.petition.id,
    state,
    mailboxHash: id,
    identityHash: id,
    mailboxSlot: 1,
    nameSealed: "sealed",
    emailSealed: "sealed",
    country: "KE",
    locale: "en",
    signedAt: ctx.now(),
  });
}
