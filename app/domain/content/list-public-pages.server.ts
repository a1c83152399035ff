import { and, eq, lte } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { campaigns, campaignTranslations } from "~db/schema/campaigns";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { principleTranslations } from "~db/schema/principles";
import { updates, updateTranslations } from "~db/schema/updates";
import { currentSlugs } from "./current-slugs.server";

/** Published content with an address, in all its languages. */
export interface PublicPage {
  kind: "campaign" | "principle" | "update";
  key: string;
  /** The slug in each language that it is published in. */
  slugs: Map<string, string>;
  /** When it last changed, as far as readers are told. */
  changedAt: Date | null;
}

/** Everything that a search engine may know of. */
export async function listPublicPages(ctx: Context): Promise<PublicPage[]> {
  const [ofCampaigns, ofPrinciples, ofUpdates] = await Promise.all([
    ctx.db
      .select({ key: campaigns.slug, locale: campaignTranslations.locale })
      .from(campaigns)
      .innerJoin(campaignTranslations, eq(campaignTranslations.campaignId, campaigns.id))
      .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
      .innerJoin(
        petitionTranslations,
        and(
          eq(petitionTranslations.petitionId, petitions.id),
          eq(petitionTranslations.locale, campaignTranslations.locale),
        ),
      )
      .where(eq(campaigns.status, "published")),
    ctx.db
      .select({ key: principleTranslations.slug, locale: principleTranslations.locale })
      .from(principleTranslations),
    ctx.db
      .select({
        key: updates.slug,
        locale: updateTranslations.locale,
        publishedAt: updates.publishedAt,
        updatedAt: updates.updatedAt,
      })
      .from(updates)
      .innerJoin(updateTranslations, eq(updateTranslations.slug, updates.slug))
      .where(lte(updates.publishedAt, ctx.now())),
  ]);
  const rows = [
    ...ofCampaigns.map((row) => ({ ...row, kind: "campaign" as const, changedAt: null })),
    ...ofPrinciples.map((row) => ({ ...row, kind: "principle" as const, changedAt: null })),
    ...ofUpdates.map((row) => ({ ...row, kind: "update" as const, changedAt: row.updatedAt ?? row.publishedAt })),
  ];
  const pages = new Map<string, PublicPage>();
  for (const { kind, key, locale, changedAt } of rows) {
    const page = pages.get(`${kind}:${key}`) ?? { kind, key, slugs: new Map<string, string>(), changedAt };
    pages.set(`${kind}:${key}`, page);
    page.slugs.set(locale, key);
  }
  for (const kind of ["campaign", "principle", "update"] as const) {
    const ofKind = [...pages.values()].filter((page) => page.kind === kind);
    const slugs = await currentSlugs(
      ctx,
      kind,
      ofKind.map(({ key }) => key),
    );
    for (const page of ofKind) {
      for (const locale of page.slugs.keys()) page.slugs.set(locale, slugs.get(page.key)?.get(locale) ?? page.key);
    }
  }
  return [...pages.values()];
}
