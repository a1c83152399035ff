import { useTranslation } from "react-i18next";
import type { MailingView } from "~/domain/mailings/mailing-view.server";
import { languageName } from "~/i18n/language-name";
import { localeNames, locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { DeedForm } from "../portal-form";
import { type FieldsProps, WordsFields } from "./mailing-fields";

interface Props extends FieldsProps {
  /** `/portal/{organization}/mailings/{mailing}` */
  path: string;
  view: Pick<MailingView, "mailing" | "texts" | "mayWrite">;
  /** The language that is shown. */
  shown: string;
  /** The mail in that language as plain text; null where there are no words. */
  sample: { text: string } | null;
}

/** A language by its own name. */
const nameOf = (locale: string) => Object.entries(localeNames).find(([code]) => code === locale)?.[1] ?? locale;

/** The words of a mailing, language by language, and how each looks as a mail. */
export function MailingTexts({ path, view, shown, sample, values, errorOf }: Props) {
  const { t, i18n } = useTranslation("portal-mailings");
  const inWords = (locale: string) => languageName(locale, i18n.language);
  const { mailing, texts, mayWrite } = view;
  const text = texts.find(({ locale }) => locale === shown);
  const missing = locales.filter((locale) => !texts.some((one) => one.locale === locale));
  const isNew = text === undefined;
  return (
    <section aria-labelledby="texts-title" id="texts">
      <h2 id="texts-title">{t("texts.title")}</h2>
      <p className="visually-muted">{t("texts.lead", { language: inWords(mailing.sourceLocale) })}</p>
      <nav className="state-tabs" aria-label={t("texts.languages")}>
        <ul>
          {texts.map(({ locale }) => (
            <li key={locale}>
              <a
                href={`${path}?locale=${locale}#texts`}
                aria-current={locale === shown ? "page" : undefined}
                lang={locale}
              >
                {nameOf(locale)}
              </a>
            </li>
          ))}
          {isNew && (
            <li>
              <a href={`${path}?locale=${shown}#texts`} aria-current="page" lang={shown}>
                {nameOf(shown)}
              </a>
            </li>
          )}
        </ul>
      </nav>
      {mayWrite && missing.length > 0 && (
        <form method="get" action={`${path}#texts`} className="mailing-add">
          <label htmlFor="add-locale">{t("texts.add")}</label>
          <select id="add-locale" name="locale" defaultValue={isNew ? shown : missing[0]}>
            {missing.map((locale) => (
              <option key={locale} value={locale}>
                {localeNames[locale]}
              </option>
            ))}
          </select>
          <button type="submit" className="button button--small button--quiet">
            {t("texts.addButton")}
          </button>
        </form>
      )}
      <div className="mailing-columns">
        {mayWrite && (
          <div className="portal-card">
            <DeedForm intent="save">
              <input type="hidden" name="locale" value={shown} />
              <input type="hidden" name="was" value={text?.changedAt ?? ""} />
              <WordsFields values={{ ...text, ...values }} errorOf={errorOf} locale={shown} />
              <button type="submit" className="button">
                {t("texts.save")}
              </button>
            </DeedForm>
            {!isNew && shown !== mailing.sourceLocale && (
              <DeedForm intent="remove">
                <input type="hidden" name="locale" value={shown} />
                <button type="submit" className="button button--small button--danger">
                  {t("texts.remove", { language: inWords(shown) })}
                </button>
              </DeedForm>
            )}
          </div>
        )}
        {text && sample && (
          <div className="portal-card">
            <h3>{t("preview.title", { language: inWords(shown) })}</h3>
            <p>
              {t("preview.subject")}{" "}
              <strong lang={shown} dir={textDirection(shown)}>
                {text.subject}
              </strong>
            </p>
            <iframe
              className="mailing-preview"
              title={t("preview.title", { language: inWords(shown) })}
              src={`${path}/preview/${shown}`}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
            />
            <details>
              <summary>{t("preview.text")}</summary>
              <pre className="mailing-plain" lang={shown} dir={textDirection(shown)}>
                {sample.text}
              </pre>
            </details>
            {mayWrite && (
              <DeedForm intent="test">
                <input type="hidden" name="locale" value={shown} />
                <button type="submit" className="button button--quiet">
                  {t("preview.test")}
                </button>
                <p className="visually-muted">{t("preview.testHint")}</p>
              </DeedForm>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
