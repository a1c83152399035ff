import { and, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import { currentSlugs } from "~/domain/content/current-slugs.server";
import { findAddress } from "~/domain/content/find-address.server";
import { pickSlug } from "~/domain/content/pick-slug";
import type { Context } from "~/domain/context";
import { DomainError } from "~/domain/errors";
import { listPictures } from "~/domain/images/list-pictures.server";
import type { PictureFile } from "~/domain/images/picture";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import { campaigns, campaignTranslations } from "~db/schema/campaigns";
import { type CampaignContent, campaignContent } from "~db/schema/content/campaign-content";
import { type PetitionContent, petitionContent } from "~db/schema/content/petition-content";
import { partners } from "~db/schema/partners";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { type Language, languageOf, pickTranslation, type TranslationStatus, wantedLocales } from "./pick-translation";

/** A campaign that the public sees and its petition, each in the language that suits the reader best. */
export interface Campaign {
  id: string;
  /** The same in every language. */
  slug: string;
  /** Its address in the reader's language, and in each language that it is published in. */
  address: string;
  slugs: Map<string, string>;
  isFlagship: boolean;
  isSample: boolean;
  /** Confirmed signatures hoped for. */
  goal: number;
  /** Null for the host's own campaign. */
  partner: { id: string; slug: string; name: string; country: string; website: string; isSample: boolean } | null;
  /** How the partner's page looks. */
  branding: { shortName: string | null; colour: string | null; logo: PictureFile[] | null };
  /** The campaign's picture; its words may be in another language than the page's. */
  picture: { files: PictureFile[]; alt: string; locale: string; dir: TextDirection } | null;
  /** In which its dates are meant; IANA. */
  timeZone: string;
  /** Its people let no new signature in for now. */
  pausedAt: Date | null;
  /** Whether it takes signatures is told by `isOpen`. */
  petition: { id: string; opensAt: Date; closesAt: Date | null };
  content: CampaignContent & Language;
  petitionContent: PetitionContent & Language;
  /** Every locale in which both texts can be read; a machine's draft where one of them is. */
  translations: { locale: string; status: TranslationStatus }[];
}

/**
 * @param slug of the campaign, which is the same in every language, or one it has or had in some language
 * @throws {DomainError} campaignNotFound, also where it was never public, was taken down or has no text
 */
export async function getCampaign(ctx: Context, slug: string, locale: string): Promise<Campaign> {
  // PostgreSQL refuses a text with a NUL, and no slug has one.
  if (slug.includes("\0")) throw new DomainError("campaignNotFound");
  const [byKey] = await ctx.db
    .select({ key: campaigns.slug })
    .from(campaigns)
    .where(eq(campaigns.slug, slug.normalize("NFC")));
  const key = byKey?.key ?? (await findAddress(ctx, "campaign", slug, locale))?.key;
  if (key === undefined) throw new DomainError("campaignNotFound");
  return readCampaign(ctx, eq(campaigns.slug, key), locale);
}

/**
 * The campaign that the landing page shows.
 * @throws {DomainError} campaignNotFound
 */
export function getFlagship(ctx: Context, locale: string): Promise<Campaign> {
  return readCampaign(ctx, eq(campaigns.isFlagship, true), locale);
}

/**
 * The campaign that a text belongs to, or the flagship where it belongs to none, or to one that is not public.
 * @throws {DomainError} campaignNotFound
 */
export async function getCampaignOrFlagship(ctx: Context, id: string | null, locale: string): Promise<Campaign> {
  if (id === null) return getFlagship(ctx, locale);
  const [own] = await ctx.db.select({ status: campaigns.status }).from(campaigns).where(eq(campaigns.id, id));
  return own?.status === "published" ? readCampaign(ctx, eq(campaigns.id, id), locale) : getFlagship(ctx, locale);
}

async function readCampaign(ctx: Context, which: SQL, locale: string): Promise<Campaign> {
  const [found] = await ctx.db
    .select({
      campaign: campaigns,
      petition: { id: petitions.id, opensAt: petitions.opensAt, closesAt: petitions.closesAt },
      partner: {
        id: partners.id,
        slug: partners.slug,
        name: partners.name,
        country: partners.country,
        website: partners.website,
        isSample: partners.isSample,
      },
    })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .leftJoin(partners, eq(partners.id, campaigns.partnerId))
    .where(and(which, isReadable()))
    .limit(1);
  if (found === undefined) throw new DomainError("campaignNotFound");

  const { campaign, petition, partner } = found;
  const wanted = wantedLocales(locale, campaign.defaultLocale);
  const { imageId, logoImageId } = campaign;
  const [campaignTexts, petitionTexts, translations, addresses, pictures] = await Promise.all([
    ctx.db
      .select()
      .from(campaignTranslations)
      .where(and(eq(campaignTranslations.campaignId, campaign.id), inArray(campaignTranslations.locale, wanted))),
    ctx.db
      .select()
      .from(petitionTranslations)
      .where(and(eq(petitionTranslations.petitionId, petition.id), inArray(petitionTranslations.locale, wanted))),
    listTranslations(ctx, campaign.id, petition.id),
    currentSlugs(ctx, "campaign", [campaign.slug]),
    listPictures(
      ctx,
      [imageId, logoImageId].filter((id) => id !== null),
    ),
  ]);
  const slugs = addresses.get(campaign.slug);
  const campaignText = pickTranslation(campaignTexts, locale, campaign.defaultLocale);
  const petitionText = pickTranslation(petitionTexts, locale, campaign.defaultLocale);
  if (campaignText === null || petitionText === null) throw new DomainError("campaignNotFound");
  const { defaultLocale, shortName, brandColour, timeZone, pausedAt } = campaign;

  return {
    id: campaign.id,
    slug: campaign.slug,
    isFlagship: campaign.isFlagship,
    isSample: campaign.isSample,
    goal: campaign.goal,
    partner,
    branding: { shortName, colour: brandColour, logo: pictures.get(logoImageId ?? "")?.files ?? null },
    picture: pictureOf(pictures.get(imageId ?? "")?.files, [
      campaignText,
      ...campaignTexts.filter((text) => text.locale === defaultLocale),
    ]),
    timeZone,
    pausedAt,
    petition,
    content: { ...campaignContent.parse(campaignText.content), ...languageOf(campaignText) },
    petitionContent: { ...petitionContent.parse(petitionText.content), ...languageOf(petitionText) },
    translations,
    address: pickSlug(slugs, locale) ?? campaign.slug,
    slugs: new Map(translations.map((one) => [one.locale, slugs?.get(one.locale) ?? campaign.slug])),
  };
}

/** What everybody may open: what is public, and what once was and is archived. */
function isReadable(): SQL | undefined {
  return or(eq(campaigns.status, "published"), and(eq(campaigns.status, "archived"), isNotNull(campaigns.publicSince)));
}

/** A picture with words for it, in the first language that has them; without words it is not shown. */
function pictureOf(
  files: PictureFile[] | undefined,
  texts: readonly { locale: string; content: unknown }[],
): Campaign["picture"] {
  if (files === undefined) return null;
  for (const { locale, content } of texts) {
    const { imageAlt } = campaignContent.parse(content);
    if (imageAlt !== undefined) return { files, alt: imageAlt, locale, dir: textDirection(locale) };
  }
  return null;
}

async function listTranslations(
  ctx: Context,
  campaignId: string,
  petitionId: string,
): Promise<Campaign["translations"]> {
  const rows = await ctx.db
    .select({
      locale: campaignTranslations.locale,
      status: campaignTranslations.status,
      petitionStatus: petitionTranslations.status,
    })
    .from(campaignTranslations)
    .innerJoin(
      petitionTranslations,
      and(
        eq(petitionTranslations.petitionId, petitionId),
        eq(petitionTranslations.locale, campaignTranslations.locale),
      ),
    )
    .where(eq(campaignTranslations.campaignId, campaignId))
    .orderBy(campaignTranslations.locale);
  return rows.map(({ locale, status, petitionStatus }) => ({
    locale,
    status: petitionStatus === "machine_draft" ? petitionStatus : status,
  }));
}
