import { getCampaign } from "../campaigns/get-campaign.server";
import { type ConsentWording, listConsentWordings } from "../campaigns/list-consent-wordings.server";
import type { Context } from "../context";
import { listSignFormPartners } from "../partners/list-partners.server";
import type { SignedPetition } from "./sign-petition-input";

/** What a sign form of one campaign in one language is read against. */
export interface SigningFacts {
  campaignId: string;
  campaignSlug: string;
  /** Its people let no new signature in for now. */
  pausedAt: Date | null;
  petition: SignedPetition;
  partners: { id: string; slug: string }[];
  wordings: ConsentWording[];
}

/** A changed campaign is in force for signers after this time at the latest. */
const FRESH_MS = 1_000;
/** Campaigns and languages; a made-up address is not kept. */
const MOST_KEPT = 2_000;

/** Reads what signing needs to know of a campaign. @throws {DomainError} campaignNotFound */
export async function getSigningFacts(ctx: Context, slug: string, locale: string): Promise<SigningFacts> {
  const campaign = await getCampaign(ctx, slug, locale);
  const [partners, wordings] = await Promise.all([
    listSignFormPartners(ctx, campaign.id, locale),
    listConsentWordings(ctx, locale, campaign.id),
  ]);
  return {
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    pausedAt: campaign.pausedAt,
    petition: { ...campaign.petition, campaignId: campaign.id },
    partners,
    wordings,
  };
}

/** As {@link getSigningFacts}, at most a second old: those who sign at once share one reading. */
export function rememberSigningFacts(ctx: Context): (slug: string, locale: string) => Promise<SigningFacts> {
  const kept = new Map<string, { facts: Promise<SigningFacts>; readAt: number }>();
  return (slug, locale) => {
    const key = `${locale} ${slug}`;
    const known = kept.get(key);
    const now = performance.now();
    if (known && now - known.readAt < FRESH_MS) return known.facts;

    if (kept.size >= MOST_KEPT) kept.clear();
    const entry = { facts: getSigningFacts(ctx, slug, locale), readAt: now };
    kept.set(key, entry);
    entry.facts.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return entry.facts;
  };
}
