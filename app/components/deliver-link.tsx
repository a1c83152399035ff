import { useTranslation } from "react-i18next";
import { useLocale } from "./use-locale";

interface Props {
  campaign: { slug: string };
  /** What is known of where the person lives, as a query. */
  where: string;
  /** Whether the office takes messages this way, see `deliveryOffered`. */
  isOffered: boolean;
}

/** The way to have a message handed over, where it can be. */
export function DeliverLink({ campaign, where, isOffered }: Props) {
  const { t } = useTranslation("deliver");
  const locale = useLocale();
  if (!isOffered) return null;
  return (
    <p className="deliver-link">
      <a className="button" href={`/${locale}/campaigns/${campaign.slug}/lawmakers/deliver${where && `?${where}`}`}>
        {t("link")}
      </a>{" "}
      <span className="muted">{t("linkHint")}</span>
    </p>
  );
}
