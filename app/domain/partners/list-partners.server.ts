import { and, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { campaignPartners } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { type PartnerDescription, partnerDescription } from "./partner-description";

export interface PartnerProfile {
  id: string;
  slug: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  website: string;
  isSample: boolean;
  description: PartnerDescription | null;
}

const columns = {
  id: partners.id,
  slug: partners.slug,
  name: partners.name,
  country: partners.country,
  website: partners.website,
  isSample: partners.isSample,
  description: partners.description,
  defaultLocale: partners.defaultLocale,
};

/** The active partners that the sign form of a campaign names, in the campaign's order. */
export async function listSignFormPartners(
  ctx: Context,
  campaignId: string,
  locale: string,
): Promise<PartnerProfile[]> {
  const rows = await ctx.db
    .select(columns)
    .from(campaignPartners)
    .innerJoin(partners, eq(partners.id, campaignPartners.partnerId))
    .where(and(eq(campaignPartners.campaignId, campaignId), eq(partners.status, "active")))
    .orderBy(campaignPartners.position, partners.slug);
  return rows.map((row) => profileOf(row, locale));
}

/** Every active partner by name. */
export async function listPartners(ctx: Context, locale: string): Promise<PartnerProfile[]> {
  const rows = await ctx.db.select(columns).from(partners).where(eq(partners.status, "active")).orderBy(partners.name);
  return rows.map((row) => profileOf(row, locale));
}

function profileOf(
  {
    defaultLocale,
    description,
    ...partner
  }: Omit<PartnerProfile, "description"> & {
    description: unknown;
    defaultLocale: string;
  },
  locale: string,
): PartnerProfile {
  const { isSample } = partner;
  return { ...partner, description: partnerDescription({ description, defaultLocale, isSample }, locale) };
}
