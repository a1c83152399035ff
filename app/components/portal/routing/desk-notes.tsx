import { useTranslation } from "react-i18next";

interface Props {
  base: string;
  desk: {
    mayChange: boolean;
    mustAsk: boolean;
    isProposed: boolean;
    isAsked: boolean;
    campaign: { isPublic: boolean };
  };
}

/** Says what of the page the public sees only after the host's yes. */
export function DeskNotes({ base, desk }: Props) {
  const { t } = useTranslation("portal-routing");
  const { mayChange, mustAsk, isProposed, isAsked, campaign } = desk;
  if (!mustAsk) return isProposed ? <p className="warning-note">{t("approval.waits")}</p> : null;
  if (!mayChange) return null;
  return (
    <div className="wait-note">
      <p>{isAsked ? t("approval.asked") : campaign.isPublic ? t("approval.live") : t("approval.draft")}</p>
      {isProposed && <p>{t("approval.waits")}</p>}
      <p>
        <a href={base}>{t("approval.toCampaign")}</a>
      </p>
    </div>
  );
}
