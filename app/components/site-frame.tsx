import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isMachineDraft } from "~/i18n/interface-status";
import { LanguageSwitch } from "./language-switch";
import { useSite } from "./site-context";
import { useLocale } from "./use-locale";
import { Wordmark } from "./wordmark";

/** What stands around every page: skip link, header with its notes, footer with the promise of privacy. */
export function SiteFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation("site");
  const { isDemo, hasLocalMailbox, isReadOnly } = useSite();
  const locale = useLocale();
  const { pathname } = useLocation();
  const isHome = pathname === `/${locale}`;

  return (
    <>
      <a className="skip-link" href="#main">
        {t("skipToContent")}
      </a>
      <header className="site-header">
        {isDemo && (
          <p className="demo-note">
            {hasLocalMailbox ? t("demo.note") : t("demo.noteWithMail")}{" "}
            {hasLocalMailbox && <a href="/dev/mailbox">{t("demo.mailbox")}</a>}
          </p>
        )}
        {isReadOnly && <p className="read-only-note">{t("readOnly.note")}</p>}
        {isMachineDraft(locale) && <p className="translation-note">{t("machineTranslation")}</p>}
        <div className="site-header__inner">
          <a className="site-header__home" href={`/${locale}`} aria-current={isHome ? "page" : undefined}>
            <Wordmark />
          </a>
          <nav className="site-header__nav" aria-label={t("nav.label")}>
            <a href={`/${locale}/principles`}>{t("nav.principles")}</a>
            <a href={`/${locale}/campaigns`}>{t("nav.campaigns")}</a>
            <a href={`/${locale}/updates`}>{t("nav.updates")}</a>
            <a className="site-header__sign" href={`/${locale}/campaigns/privacy-for-all#sign`}>
              {t("nav.sign")}
            </a>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer__inner">
          <section className="site-footer__promise" aria-labelledby="promise-title">
            <h2 id="promise-title">{t("promise.title")}</h2>
            <p>{t("promise.body")}</p>
            <p>
              <a href={`/${locale}/privacy`}>{t("promise.link")}</a>
            </p>
          </section>
          <nav className="site-footer__links" aria-label={t("footer.label")}>
            <ul>
              <li>
                <a href={`/${locale}/campaigns/privacy-for-all`}>{t("footer.petition")}</a>
              </li>
              <li>
                <a href={`/${locale}/campaigns/privacy-for-all/take-action`}>{t("footer.takeAction")}</a>
              </li>
              <li>
                <a href={`/${locale}/campaigns/privacy-for-all/lawmakers`}>{t("footer.lawmakers")}</a>
              </li>
              <li>
                <a href={`/${locale}/campaigns`}>{t("nav.campaigns")}</a>
              </li>
              <li>
                <a href={`/${locale}/principles`}>{t("footer.principles")}</a>
              </li>
              <li>
                <a href={`/${locale}/updates`}>{t("footer.updates")}</a>
              </li>
              <li>
                <a href={`/${locale}/campaigns/privacy-for-all/where`}>{t("footer.map")}</a>
              </li>
              <li>
                <a href={`/${locale}/search`}>{t("nav.search")}</a>
              </li>
            </ul>
          </nav>
          <LanguageSwitch />
        </div>
      </footer>
    </>
  );
}
