import { useTranslation } from "react-i18next";
import { isPublic } from "~/domain/workshop/campaign-state";
import { textDirection } from "~/i18n/text-direction";
import { type CampaignFrame, type CampaignPart, campaignParts, partPath } from "./campaign-frame";
import { CampaignStateTag } from "./campaign-state";

/** Heading of a campaign's pages: which one it is, where it is, and the way to its parts. */
export function CampaignHeading({ frame, part }: { frame: CampaignFrame; part: CampaignPart | null }) {
  const { t } = useTranslation("portal-workshop");
  const { title, locale, state, partnerName, listPath, slug } = frame;
  return (
    <>
      <header className="portal-heading campaign-heading">
        <div>
          <p className="campaign-heading__way">
            <a href={listPath}>{t("title")}</a>
            {partnerName && (
              <>
                {" · "}
                <bdi>{partnerName}</bdi>
              </>
            )}
          </p>
          <h1 lang={locale} dir={textDirection(locale)}>
            {title}
          </h1>
          <p>
            <CampaignStateTag state={state} />{" "}
            {isPublic(state) && <a href={`/${locale}/campaigns/${encodeURIComponent(slug)}`}>{t("publicPage")}</a>}
          </p>
        </div>
      </header>
      <nav className="state-tabs" aria-label={t("parts.label")}>
        <ul>
          {campaignParts.map((one) => (
            <li key={one}>
              <a href={partPath(frame, one)} aria-current={one === part ? "page" : undefined}>
                {t(`parts.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
