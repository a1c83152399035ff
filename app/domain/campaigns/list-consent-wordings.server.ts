import { desc, eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { localeChain } from "~/i18n/locale-chain";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import { campaignWordings } from "~db/schema/campaign-wordings";
import { consentPurposes, consentWordings } from "~db/schema/consents";
import { pickTranslation } from "./pick-translation";

export interface ConsentWording {
  id: string;
  purpose: (typeof consentPurposes)[number];
  version: number;
  locale: string;
  dir: TextDirection;
  /** Of `partner_sharing`: holds the placeholder {{partner}}. */
  text: string;
}

/**
 * The words people are asked to agree to: for each purpose in the reader's language, else in English, the version that the campaign
 * has chosen, or the newest.
 */
export async function listConsentWordings(
  ctx: Context,
  locale: string,
  campaignId: string | null = null,
): Promise<ConsentWording[]> {
  const chosen = campaignId === null ? new Set<string>() : await listChosen(ctx, campaignId);
  const versions = await ctx.db
    .select({
      id: consentWordings.id,
      purpose: consentWordings.purpose,
      version: consentWordings.version,
      locale: consentWordings.locale,
      text: consentWordings.text,
    })
    .from(consentWordings)
    .where(inArray(consentWordings.locale, localeChain(locale)))
    .orderBy(desc(consentWordings.version));
  const rows = [...versions.filter(({ id }) => chosen.has(id)), ...versions];
  return consentPurposes.flatMap((purpose) => {
    const wording = pickTranslation(
      rows.filter((row) => row.purpose === purpose),
      locale,
    );
    return wording === null ? [] : [{ ...wording, dir: textDirection(wording.locale) }];
  });
}

async function listChosen({ db }: Context, campaignId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: campaignWordings.wordingId })
    .from(campaignWordings)
    .where(eq(campaignWordings.campaignId, campaignId));
  return new Set(rows.map(({ id }) => id));
}
