import type { i18n } from "i18next";
import { contentHash } from "~db/schema/content/content-hash";

/** What the picture of a shared page says, in the language of the text. */
export interface SocialCard {
  locale: string;
  dir: "ltr" | "rtl";
  eyebrow: string;
  title: string;
}

export const socialKinds = ["campaign", "principle", "update"] as const;
export type SocialKind = (typeof socialKinds)[number];

interface Text {
  locale: string;
  dir: "ltr" | "rtl";
}

export function campaignCard(campaign: {
  petitionContent: Text & { title: string; addressedTo: string };
  partner: { name: string } | null;
}): SocialCard {
  const { locale, dir, title, addressedTo } = campaign.petitionContent;
  return { locale, dir, title, eyebrow: campaign.partner?.name ?? addressedTo };
}

export function principleCard(principle: Text & { title: string }, t: i18n["t"]): SocialCard {
  const { locale, dir, title } = principle;
  return { locale, dir, title, eyebrow: t("principles:title", { lng: locale }) };
}

export function updateCard(
  update: {
    type: "news" | "explainer" | "research" | "guide" | "partner_story" | "policy_brief" | "event";
    text: Text & { title: string };
  },
  t: i18n["t"],
): SocialCard {
  const { locale, dir, title } = update.text;
  return { locale, dir, title, eyebrow: t(`updates:types.${update.type}`, { lng: locale }) };
}

/** Goes into the address: another look is another picture. */
const LAYOUT = 2;

/** Where the picture is: the address holds the hash of what it shows, so it can be kept for good. */
export function socialPath(locale: string, kind: SocialKind, slug: string, card: SocialCard): string {
  const hash = contentHash({ LAYOUT, ...card }).slice(0, 12);
  return `/social/${locale}/${kind}/${encodeURIComponent(slug)}-${hash}.png`;
}
