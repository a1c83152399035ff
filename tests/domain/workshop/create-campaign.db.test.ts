import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { DomainError } from "~/domain/errors";
import { copyCampaign } from "~/domain/workshop/copy-campaign.server";
import { createCampaign } from "~/domain/workshop/create-campaign.server";
import { listOwnCampaigns } from "~/domain/workshop/list-own-campaigns.server";
import { getTextEditor } from "~/domain/workshop/text-editor.server";
import { auditLog } from "~db/schema/audit";
import { campaignPartners, campaigns } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import { withContext } from "../../support/database";
import { member, somePartner } from "../access/people";
import { beginFilled, campaigners, slug, write } from "./campaigners";

const input = { slug, locale: "sw", title: "Hakuna kamera sokoni", template: "company" } as const;

test(
  "a campaign begins as a draft with its texts, its partner's box on the sign form, and nobody outside sees it",
  withContext(async (ctx) => {
    const { amina } = await campaigners(ctx);
    expect(await createCampaign(ctx, amina, input)).toEqual({ outcome: "created", slug });

    const [campaign] = await ctx.db.select().from(campaigns).where(eq(campaigns.slug, slug));
    expect(campaign).toMatchObject({ status: "draft", defaultLocale: "sw", goal: 1_000, isSample: false });
    const boxes = await ctx.db
      .select()
      .from(campaignPartners)
      .where(eq(campaignPartners.campaignId, campaign?.id ?? ""));
    expect(boxes).toHaveLength(1);
    const editor = await getTextEditor(ctx, amina, slug, "sw");
    expect(editor.typed.texts.get("petition.title")).toBe(input.title);
    expect(editor.typed.texts.get("campaign.name")).toBe(input.title);
    expect(editor.texts.petition).toMatchObject({
      newest: { number: 1, state: "draft", isMine: true },
      published: null,
    });
    await expect(getCampaign(ctx, slug, "sw")).rejects.toEqual(new DomainError("campaignNotFound"));
    const [audited] = await ctx.db.select().from(auditLog).where(eq(auditLog.action, "campaign.create"));
    expect(audited).toMatchObject({ actor: amina.name, campaignId: campaign?.id, facts: { slug, from: "company" } });
  }),
);

test(
  "an address is given once: not that of a campaign, of the workshop's own pages, or one that leads somewhere already",
  withContext(async (ctx) => {
    const { amina, sam } = await campaigners(ctx);
    await createCampaign(ctx, amina, input);
    for (const taken of [slug, "privacy-for-all", "mikopo-bila-kupekua", "new", "approvals", "Not A Slug"]) {
      expect(await createCampaign(ctx, sam, { ...input, slug: taken })).toEqual({ outcome: "taken" });
    }
    expect(await createCampaign(ctx, sam, { ...input, slug: `${slug}-2` })).toMatchObject({ outcome: "created" });
  }),
);

test(
  "each organization sees its own campaigns, and the host all; who may not begin one cannot",
  withContext(async (ctx) => {
    const { amina, tatu, hana, sam } = await campaigners(ctx);
    await createCampaign(ctx, amina, input);
    const slugsOf = async (actor: typeof amina) => (await listOwnCampaigns(ctx, actor)).map((one) => one.slug);
    expect((await slugsOf(amina)).sort()).toEqual(["kamera-sokoni", "mikopo-bila-kupekua"]);
    expect(await slugsOf(sam)).not.toContain(slug);
    expect(await slugsOf(hana)).toEqual(expect.arrayContaining([slug, "privacy-for-all"]));
    const [line] = (await listOwnCampaigns(ctx, tatu)).filter((one) => one.slug === slug);
    expect(line).toMatchObject({ title: input.title, state: "draft", locales: [{ locale: "sw", isPublished: false }] });
    const published = (await listOwnCampaigns(ctx, hana)).find((one) => one.slug === "privacy-for-all");
    expect(published).toMatchObject({ state: "open", partnerName: null });
    expect(published?.locales.every(({ isPublished }) => isPublished)).toBe(true);

    const analyst = await member(ctx, "ann@example.org", ["analyst"], somePartner);
    for (const actor of [tatu, analyst]) {
      await expect(createCampaign(ctx, actor, { ...input, slug: "other" })).rejects.toEqual(
        new DomainError("notAllowed"),
      );
    }
  }),
);

test(
  "a copy for another language and country takes the texts along that are there in it, and neither dates nor signatures",
  withContext(async (ctx) => {
    const { amina, hana, sam } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    const copy = { slug: "cameras-tz", title: "No cameras in Tanga", locale: "sw", country: "TZ" };
    expect(await copyCampaign(ctx, amina, slug, copy)).toEqual({ outcome: "created", slug: "cameras-tz" });

    const [row] = await ctx.db
      .select({ campaign: campaigns, petition: petitions })
      .from(campaigns)
      .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
      .where(eq(campaigns.slug, "cameras-tz"));
    expect(row?.campaign).toMatchObject({ status: "draft", defaultLocale: "sw", countries: ["TZ"], goal: 1_000 });
    expect(row?.petition.closesAt).toBeNull();
    const { typed } = await getTextEditor(ctx, amina, "cameras-tz", "sw");
    expect(typed.texts.get("petition.title")).toBe("No cameras in Tanga");
    expect(typed.texts.get("petition.addressedTo")).toBe("Soko Ltd");

    // The flagship's landing page stays its own.
    expect(await copyCampaign(ctx, hana, "privacy-for-all", { ...copy, slug: "other", locale: "es" })).toMatchObject({
      outcome: "created",
    });
    const spanish = await getTextEditor(ctx, hana, "other", "es");
    expect(spanish.typed.hasLanding).toBe(false);
    expect(spanish.typed.lists.get("petition.demands")?.[0]).toMatch(/ley|datos/i);

    await expect(copyCampaign(ctx, sam, slug, { ...copy, slug: "stolen" })).rejects.toEqual(
      new DomainError("notFound"),
    );
    await expect(write(ctx, sam, "en", {})).rejects.toEqual(new DomainError("notFound"));
  }),
);
