import { desc, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { localeChain } from "~/i18n/locale-chain";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
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

/** The words people are asked to agree to: for each purpose the newest version in the reader's language, else in English. */
export async function listConsentWordings(ctx: Context, locale: string): Promise<ConsentWording[]> {
  const rows = await ctx.db
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
  return consentPurposes.flatMap((purpose) => {
    const wording = pickTranslation(
      rows.filter((row) => row.purpose === purpose),
      locale,
    );
    return wording === null ? [] : [{ ...wording, dir: textDirection(wording.locale) }];
  });
}
