import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DomainError } from "~/domain/errors";
import { getCampaignPreview } from "~/domain/workshop/campaign-preview.server";
import { faultField } from "~/domain/workshop/fault-field";
import { publishCampaign } from "~/domain/workshop/publish-campaign.server";
import { publishLanguage } from "~/domain/workshop/publish-language.server";
import { getTextEditor } from "~/domain/workshop/text-editor.server";
import { campaigns, campaignTranslations } from "~db/schema/campaigns";
import { type TestContext, withContext } from "../../support/database";
import { beginFilled, campaigners, filled, hostMustApprove, slug, step, write } from "./campaigners";

const swahili = { ...filled, "petition.title": "Hakuna kamera", "petition.share.emailSubject": "Saini" };
const page = { "campaign.name": "Kamera", "campaign.seo.title": "Kamera" };

async function publicLocales(ctx: TestContext) {
  const rows = await ctx.db
    .select({ locale: campaignTranslations.locale })
    .from(campaignTranslations)
    .innerJoin(campaigns, eq(campaigns.id, campaignTranslations.campaignId))
    .where(eq(campaigns.slug, slug));
  return rows.map(({ locale }) => locale).sort();
}

test(
  "a translation of a public campaign comes out once a second person has approved it, without any other language",
  withContext(async (ctx) => {
    const { amina, bahati, tatu } = await campaigners(ctx);
    await hostMustApprove(ctx, false);
    await beginFilled(ctx, amina);
    await step(ctx, amina, "en", { step: "submit" });
    await step(ctx, bahati, "en", { step: "approve" });
    expect(await publishLanguage(ctx, amina, slug, "en")).toBe("notPublic");
    expect(await publishCampaign(ctx, amina, slug, { at: null })).toMatchObject({ outcome: "public" });

    await write(ctx, tatu, "sw", { ...swahili, ...page });
    expect(await publishLanguage(ctx, amina, slug, "sw")).toBe("nothing");
    await step(ctx, tatu, "sw", { step: "submit" });
    await step(ctx, bahati, "sw", { step: "approve" });
    await expect(publishLanguage(ctx, tatu, slug, "sw")).rejects.toEqual(new DomainError("notAllowed"));
    await hostMustApprove(ctx, true);
    expect(await publishLanguage(ctx, amina, slug, "sw")).toBe("mustAsk");
    await hostMustApprove(ctx, false);
    expect(await publicLocales(ctx)).toEqual(["en"]);
    expect(await publishLanguage(ctx, amina, slug, "sw")).toBe("done");
    expect(await publicLocales(ctx)).toEqual(["en", "sw"]);
  }),
);

test(
  "a translator is told what the original said before, where it was changed",
  withContext(async (ctx) => {
    const { amina, tatu } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    await step(ctx, amina, "en", { step: "submit" });
    await write(ctx, tatu, "sw", { ...swahili, ...page });
    expect((await getTextEditor(ctx, tatu, slug, "sw")).sourceBefore).toBeNull();
    await write(ctx, amina, "en", { "petition.title": "No cameras at any market" });
    await step(ctx, amina, "en", { step: "submit" });
    const { sourceBefore, source } = await getTextEditor(ctx, tatu, slug, "sw");
    expect(sourceBefore?.changed).toEqual(["petition.title"]);
    expect(sourceBefore?.typed.texts.get("petition.title")).toBe("No cameras at the market");
    expect(source?.texts.get("petition.title")).toBe("No cameras at any market");
  }),
);

test(
  "the preview shows what is typed and not whole yet, to the campaign's people alone",
  withContext(async (ctx) => {
    const { amina, bahati, hugo, sam } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    await write(ctx, amina, "en", { "petition.title": "", "petition.summary": "Switch them off at once." });
    const mine = await getCampaignPreview(ctx, amina, slug, "en");
    expect(mine.petitionContent).toMatchObject({ title: "…", summary: "Switch them off at once.", locale: "en" });
    expect((await getCampaignPreview(ctx, bahati, slug, "en")).petitionContent.title).toBe("No cameras at the market");
    // As on the public page, where a language is not there.
    expect((await getCampaignPreview(ctx, amina, slug, "ar")).petitionContent).toMatchObject({ locale: "en" });
    await expect(getCampaignPreview(ctx, sam, slug, "en")).rejects.toEqual(new DomainError("notFound"));

    const flagship = await getCampaignPreview(ctx, hugo, "privacy-for-all", "sw");
    expect(flagship.content.landing?.faq.length).toBeGreaterThan(0);
  }),
);

test(
  "a fault stands beside the part that was typed, whatever is empty before it",
  withContext(async (ctx) => {
    const { amina } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    await write(ctx, amina, "en", { "petition.demands": ["", "One.", "Two\u0001"] });
    const { typed } = await getTextEditor(ctx, amina, slug, "en");
    const fault = { fault: "unreadable", detail: "" } as const;
    expect(faultField(typed, "petition", { path: "demands.1", ...fault }).field).toBe("petition.demands.2");
    expect(faultField(typed, "petition", { path: "share.message", ...fault }).field).toBe("petition.share.message");
    expect(faultField(typed, "petition", { path: "", ...fault }).field).toBe("");
  }),
);
