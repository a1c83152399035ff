import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PageError } from "~/http/faults";
import { localeNames, locales } from "~/i18n/locales";
import { isPortalPath } from "~/i18n/portal-locales";
import { textDirection } from "~/i18n/text-direction";
import { useLocale } from "./use-locale";

interface Props {
  code: PageError["code"];
  /** Short reference that stands in the log as well. */
  reference?: string | undefined;
}

/** What may work when it is tried once more. */
const triedAgain = new Set(["databaseAway", "fault", "readOnly", "tooBusy"]);

/** A page for what did not work: what it was, and where to go from here. */
export function ErrorPage({ code, reference }: Props) {
  const { t } = useTranslation("errors");
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const portalLink = (
    <li>
      <a href="/portal">{t("toPortal")}</a>
    </li>
  );

  return (
    <div className="page page--narrow error-page">
      <h1>{t(`${code}.title`)}</h1>
      <p className="lead">{t(`${code}.body`)}</p>
      {reference && <p className="muted">{t("reference", { reference })}</p>}
      <ul className="error-page__links">
        {triedAgain.has(code) && (
          <li>
            <a className="button" href={pathname + search}>
              {t("tryAgain")}
            </a>
          </li>
        )}
        {code === "signaturesPaused" &&
          (["take-action", "lawmakers"] as const).map((page) => (
            <li key={page}>
              <a className={page === "take-action" ? "button" : undefined} href={`${pathname}/${page}`}>
                {page === "take-action" ? t("toTakeAction") : t("toLawmakers")}
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
          : isPortalPath(pathname)
            ? portalLink
            : [
                <li key="petition">
                  <a href={`/${locale}/campaigns/privacy-for-all`}>{t("toPetition")}</a>
                </li>,
                <li key="home">
                  <a href={`/${locale}`}>{t("toHome")}</a>
                </li>,
              ]}
      </ul>
    </div>
  );
}
