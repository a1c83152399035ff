import type { CampaignState } from "~/domain/workshop/campaign-state";
import type { OwnCampaign } from "~/domain/workshop/own-campaign.server";

/** What every page of a campaign in the workshop knows of it. */
export interface CampaignFrame {
  slug: string;
  title: string;
  /** The campaign's own language. */
  locale: string;
  state: CampaignState;
  /** Null for the host's own. */
  partnerName: string | null;
  /** `/portal/{organization}/campaigns` */
  listPath: string;
}

/** @param base `/portal/{organization}` */
export function campaignFrame(base: string, campaign: OwnCampaign, title: string): CampaignFrame {
  const { slug, defaultLocale, state, partner } = campaign;
  return {
    ...{ slug, title, state },
    locale: defaultLocale,
    partnerName: partner?.name ?? null,
    listPath: `${base}/campaigns`,
  };
}

/** The places of a campaign in the workshop, in their order. */
export const campaignParts = ["home", "texts", "look", "settings", "actions", "routing", "versions"] as const;

export type CampaignPart = (typeof campaignParts)[number];

export function campaignPath({ listPath, slug }: Pick<CampaignFrame, "listPath" | "slug">): string {
  return `${listPath}/${encodeURIComponent(slug)}`;
}

/** Where a part of a campaign is. */
export function partPath(frame: Pick<CampaignFrame, "listPath" | "slug" | "locale">, part: CampaignPart): string {
  const path = campaignPath(frame);
  if (part === "home") return path;
  return part === "texts" ? `${path}/texts/${frame.locale}` : `${path}/${part}`;
}
