import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getCampaign, getFlagship } from "~/domain/campaigns/get-campaign.server";
import { routeSigner } from "~/domain/routing/route-signer.server";
import type { PartnerActionItem, RoutedAction } from "~/domain/routing/routed-action";
import { campaigns } from "~db/schema/campaigns";
import { hosts } from "~db/schema/hosts";
import { partnerActions } from "~db/schema/partner-actions";
import { partners } from "~db/schema/partners";
import { countries, routingRules } from "~db/schema/routing";
import { type TestContext, withContext } from "../../support/database";

test(
  "partners of the wider region follow from near to far, and then those of the world",
  withContext(async (ctx) => {
    await ctx.db.update(partnerActions).set({ isWorldwide: true }).where(eq(partnerActions.slug, "saaf-soochna"));

    const { actions } = await route(ctx, "ZA", "en");

    // Both are in sub-Saharan Africa; the third is in Egypt.
    expect(items(actions, "region").map(({ slug }) => slug)).toEqual([
      "fair-pay-for-data-work",
      "mikopo-bila-kupekua",
      "tatbiqat-bila-tatabbu",
    ]);
    expect(items(actions, "world").map(({ slug }) => slug)).toEqual(["saaf-soochna"]);
    expect(actions.map(({ kind }) => kind)).toEqual([
      "regulator_complaint",
      "partner_actions",
      "partner_actions",
      "share",
      "learn",
    ]);
  }),
);

test(
  "in one level what is pinned comes first, then the reader's language, then the newest",
  withContext(async (ctx) => {
    const inKenya = async () => items((await route(ctx, "KE", "es")).actions, "country").map(({ slug }) => slug);
    const change = (slug: string, values: Partial<typeof partnerActions.$inferInsert>) =>
      ctx.db.update(partnerActions).set(values).where(eq(partnerActions.slug, slug));
    await change("saaf-soochna", { countries: ["KE"], publishedAt: new Date("2026-11-20T00:00:00Z") });
    await change("mikopo-bila-kupekua", { publishedAt: new Date("2026-11-21T00:00:00Z") });
    await change("escuelas-sin-rastreo", { countries: ["KE"], publishedAt: new Date("2026-01-01T00:00:00Z") });
    expect(await inKenya()).toEqual(["escuelas-sin-rastreo", "mikopo-bila-kupekua", "saaf-soochna"]);

    await change("saaf-soochna", { isPinned: true });
    expect(await inKenya()).toEqual(["saaf-soochna", "escuelas-sin-rastreo", "mikopo-bila-kupekua"]);
  }),
);

test(
  "an action leads to the partner's campaign here, and is gone with the campaign or the partner",
  withContext(async (ctx) => {
    const first = async () =>
      items((await route(ctx, "KE", "en")).actions, "country").map(({ campaignSlug }) => campaignSlug);
    expect(await first()).toEqual(["mikopo-bila-kupekua"]);
    await expect(getCampaign(ctx, "mikopo-bila-kupekua", "en")).resolves.toMatchObject({ isSample: true });

    await ctx.db.update(campaigns).set({ status: "closed" }).where(eq(campaigns.slug, "mikopo-bila-kupekua"));
    expect(await first()).toEqual([]);

    await ctx.db.update(campaigns).set({ status: "published" }).where(eq(campaigns.slug, "mikopo-bila-kupekua"));
    await ctx.db.update(partners).set({ status: "paused" }).where(eq(partners.slug, "mto-data-rights-sample"));
    expect(await first()).toEqual([]);
  }),
);

test(
  "who signed a partner's petition is not asked to sign it again",
  withContext(async (ctx) => {
    const { id } = await getCampaign(ctx, "mikopo-bila-kupekua", "sw");
    const { actions } = await routeSigner(ctx, { campaignId: id, country: "KE", locale: "sw" });
    expect(items(actions, "country")).toEqual([]);
    expect(actions[0]).toMatchObject({ kind: "regulator_complaint", abbreviation: "ODPC" });
  }),
);

test(
  "an authority is shown only where a person has verified it",
  withContext(async (ctx) => {
    expect((await route(ctx, "KE", "ar")).actions).toContainEqual({
      kind: "regulator_complaint",
      name: "Office of the Data Protection Commissioner",
      abbreviation: "ODPC",
      url: "https://www.odpc.go.ke/",
      complaintUrl: "https://cie.odpc.go.ke/",
      lawName: "Data Protection Act, 2019",
      note: null,
    });

    const listed = { actions: ["regulator_complaint"] };
    await ctx.db.update(countries).set(listed).where(eq(countries.iso2, "UG"));
    expect((await route(ctx, "UG", "en")).actions.map(({ kind }) => kind)).toEqual(["share", "learn"]);
  }),
);

test(
  "a campaign's own rule beats the host's, for that campaign alone",
  withContext(async (ctx) => {
    const [host] = await ctx.db.select().from(hosts);
    const campaign = await getCampaign(ctx, "saaf-soochna", "en");
    if (host === undefined) throw new Error("no host");
    await ctx.db.insert(routingRules).values({
      id: ctx.newId(),
      hostId: host.id,
      campaignId: campaign.id,
      key: "our-germany",
      priority: 60,
      match: { country: ["DE"] },
      actions: ["eu_institutions_complaint", "share"],
    });

    const own = await routeSigner(ctx, { campaignId: campaign.id, country: "DE", locale: "de" });
    expect(own.ruleKey).toBe("our-germany");
    expect(own.actions.map(({ kind }) => kind)).toEqual(["eu_institutions_complaint", "share", "learn"]);
    expect((await route(ctx, "DE", "de")).ruleKey).toBe("country-table");
  }),
);

async function route(ctx: TestContext, country: string, locale: string) {
  return routeSigner(ctx, { campaignId: (await getFlagship(ctx, locale)).id, country, locale });
}

function items(actions: RoutedAction[], scope: "country" | "region" | "world"): PartnerActionItem[] {
  return actions.flatMap((action) => (action.kind === "partner_actions" && action.scope === scope ? action.items : []));
}
