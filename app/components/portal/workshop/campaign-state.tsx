import { useTranslation } from "react-i18next";
import type { CampaignState } from "~/domain/workshop/campaign-state";

/** Where a campaign is, in a word or two. */
export function CampaignStateTag({ state }: { state: CampaignState }) {
  const { t } = useTranslation("portal-workshop");
  return <span className={`state-tag campaign-state campaign-state--${state}`}>{t(`states.${state}`)}</span>;
}
