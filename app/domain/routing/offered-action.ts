import { languageOf, pickTranslation } from "~/domain/campaigns/pick-translation";
import type { partnerActions, partnerActionTranslations } from "~db/schema/partner-actions";
import type { partners } from "~db/schema/partners";
import type { OfferedAction } from "./routing-facts";

type Text = Omit<typeof partnerActionTranslations.$inferSelect, "actionId">;

interface Known {
  action: typeof partnerActions.$inferSelect;
  partner: Pick<typeof partners.$inferSelect, "name" | "isSample" | "website" | "defaultLocale">;
  /** The partner's campaign on this site to which the action leads. */
  campaignSlug: string | null;
  texts: readonly Text[];
}

/**
 * An action as a reader of a locale is offered it. One that a campaign has made for its own signers is shown in whatever
 * language it has. @returns null where it has no text for them
 */
export function offeredAction({ action, partner, campaignSlug, texts }: Known, locale: string): OfferedAction | null {
  const isOwn = action.forCampaignId !== null;
  const any = isOwn ? (texts.find(({ status }) => status === "source") ?? texts[0] ?? null) : null;
  const text = pickTranslation(texts, locale, partner.defaultLocale) ?? any;
  if (text === null) return null;
  const { title, summary, body, cta } = text;
  return {
    item: {
      slug: action.slug,
      kind: action.kind,
      partnerName: partner.name,
      partnerIsSample: partner.isSample,
      website: action.link ?? partner.website,
      title,
      summary,
      body,
      cta,
      campaignSlug,
      principles: action.principles,
      ...languageOf(text),
    },
    countries: action.countries,
    isWorldwide: action.isWorldwide,
    isPinned: action.isPinned,
    position: isOwn ? action.position : null,
    publishedAt: action.publishedAt,
  };
}
