import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isLocale, localeNames, locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { useLocale } from "./use-locale";

/** The same page in the other languages. The address is the memory: no cookie. */
export function LanguageSwitch() {
  const { t } = useTranslation("site");
  const current = useLocale();
  const { pathname, search } = useLocation();
  const [, first, ...rest] = pathname.split("/");
  const tail = isLocale(first) ? rest : [];

  return (
    <nav className="language-switch" aria-labelledby="language-title">
      <h2 id="language-title">{t("language.title")}</h2>
      <ul>
        {locales.map((locale) => (
          <li key={locale}>
            <a
              href={["", locale, ...tail].join("/") + search}
              hrefLang={locale}
              lang={locale}
              dir={textDirection(locale)}
              aria-current={locale === current ? "true" : undefined}
            >
              {localeNames[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
