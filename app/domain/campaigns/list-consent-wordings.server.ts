import { and, desc, eq, inArray } from "drizzle-orm";
import { textStatus } from "~/domain/content/text-status";
import type { Context } from "~/domain/context";
import { localeChain } from "~/i18n/locale-chain";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import { campaignWordings } from "~db/schema/campaign-wordings";
import { consentPurposes, consentWordings } from "~db/schema/consents";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import { pickTranslation, type TranslationStatus } from "./pick-translation";
import { findSupersededWordings } from "./superseded-wordings.server";

export interface ConsentWording {
  id: string;
  purpose: (typeof consentPurposes)[number];
  version: number;
  locale: string;
  dir: TextDirection;
  status: TranslationStatus;
  /** Of `partner_sharing`: holds the placeholder {{partner}}. */
  text: string;
}

/**
 * The words people are asked to agree to: for each purpose the version that the campaign has chosen, or the newest, in the
 * reader's language, else in English. Nobody is asked to agree to words that were changed since: where a translation lags
 * behind, the source stands in. Who wrote them is told by the revision that was published.
 */
export async function listConsentWordings(
  ctx: Context,
  locale: string,
  campaignId: string | null = null,
): Promise<ConsentWording[]> {
  const chosen = campaignId === null ? new Set<string>() : await listChosen(ctx, campaignId);
  const superseded = await findSupersededWordings(ctx);
  const versions = await ctx.db
    .select({
      id: consentWordings.id,
      purpose: consentWordings.purpose,
      version: consentWordings.version,
      locale: consentWordings.locale,
      text: consentWordings.text,
      sourceLocale: contentItems.sourceLocale,
      isMachineDraft: contentRevisions.isMachineDraft,
      reviewedBy: contentRevisions.reviewedBy,
    })
    .from(consentWordings)
    .leftJoin(
      contentItems,
      and(eq(contentItems.kind, "consent_wording"), eq(contentItems.key, consentWordings.purpose)),
    )
    .leftJoin(
      contentRevisions,
      and(
        eq(contentRevisions.itemId, contentItems.id),
        eq(contentRevisions.locale, consentWordings.locale),
        eq(contentRevisions.state, "published"),
      ),
    )
    .where(inArray(consentWordings.locale, [...localeChain(locale), ...superseded.sourceLocales]))
    .orderBy(desc(consentWordings.version));
  const rows = [...versions.filter(({ id }) => chosen.has(id)), ...versions];
  return consentPurposes.flatMap((purpose) => {
    const wording = pickTranslation(
      rows.filter((row) => row.purpose === purpose && (chosen.has(row.id) || !superseded.has(row))),
      locale,
      superseded.sourceLocaleOf(purpose),
    );
    if (wording === null) return [];
    const { sourceLocale, isMachineDraft, reviewedBy, ...words } = wording;
    const revision = { isMachineDraft: isMachineDraft === true, reviewedBy };
    const status = textStatus(revision, words.locale === sourceLocale);
    return [{ ...words, dir: textDirection(words.locale), status }];
  });
}

async function listChosen({ db }: Context, campaignId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: campaignWordings.wordingId })
    .from(campaignWordings)
    .where(eq(campaignWordings.campaignId, campaignId));
  return new Set(rows.map(({ id }) => id));
}
