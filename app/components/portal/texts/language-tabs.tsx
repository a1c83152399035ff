import { useTranslation } from "react-i18next";
import { languageName } from "~/i18n/language-name";

interface Props {
  /** Languages in which something is written, the source's first. */
  written: readonly string[];
  /** Every language that can be written. */
  all: readonly string[];
  current: string;
  sourceLocale: string;
  hrefOf(locale: string): string;
}

/** The same text in the other languages, and the way to begin another. */
export function LanguageTabs({ written, all, current, sourceLocale, hrefOf }: Props) {
  const { t, i18n } = useTranslation("portal-texts");
  const shown = written.includes(current) ? written : [...written, current];
  const others = all.filter((locale) => !shown.includes(locale));
  return (
    <nav className="state-tabs language-tabs" aria-label={t("languages.label")}>
      <ul>
        {shown.map((locale) => (
          <li key={locale}>
            <a href={hrefOf(locale)} aria-current={locale === current ? "page" : undefined}>
              {languageName(locale, i18n.language)}
              {locale === sourceLocale && <span className="state-tabs__count"> {t("languages.source")}</span>}
            </a>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{t("languages.new")}</summary>
          <p className="visually-muted">{t("languages.newLead")}</p>
          <ul>
            {others.map((locale) => (
              <li key={locale}>
                <a href={hrefOf(locale)}>{languageName(locale, i18n.language)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}
