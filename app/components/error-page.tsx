import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { localeNames, locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { useLocale } from "./use-locale";

/** What may work when it is tried once more. */
const triedAgain = new Set(["databaseAway", "fault", "readOnly", "tooBusy"]);

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
        {triedAgain.has(code) && (
          <li>
            <a className="button" href={pathname + search}>
              {all("tryAgain")}
            </a>
          </li>
        )}
        {code === "signaturesPaused" &&
          (["take-action", "lawmakers"] as const).map((page) => (
            <li key={page}>
              <a className={page === "take-action" ? "button" : undefined} href={`${pathname}/${page}`}>
                {page === "take-action" ? all("toTakeAction") : all("toLawmakers")}
              </a>
            </li>
          ))}
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
