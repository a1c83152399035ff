import { useTranslation } from "react-i18next";
import { isPublic } from "~/domain/workshop/campaign-state";
import type { LanguageProgress } from "~/domain/workshop/language-progress.server";
import { languageName } from "~/i18n/language-name";
import { locales } from "~/i18n/locales";
import { type CampaignFrame, campaignPath } from "./campaign-frame";

interface Props {
  languages: readonly LanguageProgress[];
  frame: CampaignFrame;
}

/** In which languages a campaign is written, how far each is, and the way to the others. */
export function LanguageSection({ languages, frame }: Props) {
  const { t, i18n } = useTranslation("portal-workshop");
  const isOut = isPublic(frame.state);
  const textPath = (locale: string) => `${campaignPath(frame)}/texts/${locale}`;
  const others = locales.filter((locale) => !languages.some((one) => one.locale === locale));
  return (
    <section className="portal-card" aria-labelledby="languages-title">
      <h2 id="languages-title">{t("languages.title")}</h2>
      <ul className="plain-list">
        {languages.map(({ locale, isSource, published, written, of, state, isBehind }) => (
          <li key={locale} className="button-row">
            <span>
              <a href={textPath(locale)}>{languageName(locale, i18n.language)}</a>{" "}
              {isSource && <span className="visually-muted">{t("languages.source")}</span>}
            </span>
            <span>
              <span className="state-tag">
                {state === null
                  ? t("languages.incomplete", { written, of })
                  : state === "published" && !isOut
                    ? t("languages.ready")
                    : t(`textStates.${state}`)}
              </span>{" "}
              {isOut && published === of && state !== "published" && (
                <span className="state-tag">{t("languages.earlierPublic")}</span>
              )}{" "}
              {isBehind && <span className="state-tag">{t("languages.behind")}</span>}
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{t("languages.add")}</summary>
          <p>{t("languages.addLead")}</p>
          <ul className="workshop-links">
            {others.map((locale) => (
              <li key={locale}>
                <a href={textPath(locale)}>{languageName(locale, i18n.language)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
