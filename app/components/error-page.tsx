import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { localeNames, locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { useLocale } from "./use-locale";

/** A page for what did not work: what it was, and where to go from here. */
export function ErrorPage({ code, reference }: { code: string; reference?: string | undefined }) {
  const { t } = useTranslation("errors", { keyPrefix: code as "pageNotFound" });
  const { t: all } = useTranslation("errors");
  const locale = useLocale();
  const { pathname, search } = useLocation();

  return (
    <div className="page page--narrow error-page">
      <h1>{t("title")}</h1>
      <p className="lead">{t("body")}</p>
      {reference && <p className="muted">{all("reference", { reference })}</p>}
      <ul className="error-page__links">
        {(code === "databaseAway" || code === "fault") && (
          <li>
            <a className="button" href={pathname + search}>
              {all("tryAgain")}
            </a>
          </li>
        )}
        {code === "localeNotFound"
          ? locales.map((other) => (
              <li key={other}>
                <a href={`/${other}`} lang={other} dir={textDirection(other)} hrefLang={other}>
                  {localeNames[other]}
                </a>
              </li>
            ))
          : [
              <li key="petition">
                <a href={`/${locale}/campaigns/privacy-for-all`}>{all("toPetition")}</a>
              </li>,
              <li key="home">
                <a href={`/${locale}`}>{all("toHome")}</a>
              </li>,
            ]}
      </ul>
    </div>
  );
}
