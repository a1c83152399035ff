import type { Language } from "~/domain/campaigns/pick-translation";

/** A partner's action, in the language that suits the reader best. */
export interface PartnerActionItem extends Language {
  slug: string;
  kind: "petition" | "email_target" | "data_access_request";
  partnerName: string;
  partnerIsSample: boolean;
  /** Where the action takes place if `campaignSlug` is null: a page of it, or the partner's own site. */
  website: string;
  title: string;
  summary: string;
  body: string;
  cta: string;
  /** The partner's campaign on this site. */
  campaignSlug: string | null;
  /** Slugs of the principles it is about. */
  principles: string[];
}

/** How near the partner's action is to the place: in the country, in a wider M49 region, or open to all. */
export const partnerScopes = ["country", "region", "world"] as const;

/** One thing a signer can do now, ready to be shown. */
export type RoutedAction =
  /** Two senators and a representative. `state` is null until the postal code tells. */
  | { kind: "us_lawmaker_contact"; state: string | null }
  /** A delegate or the resident commissioner; there are no senators. `district` as in `?district=PR-0`. */
  | { kind: "us_delegate_contact"; district: string }
  | { kind: "partner_actions"; scope: (typeof partnerScopes)[number]; items: PartnerActionItem[] }
  /** A verified data protection authority. `note` is in English. */
  | {
      kind: "regulator_complaint";
      name: string;
      abbreviation: string | null;
      url: string;
      complaintUrl: string | null;
      lawName: string | null;
      note: string | null;
    }
  | { kind: "eu_institutions_complaint"; name: string; url: string }
  | { kind: "share" }
  | { kind: "learn" };
