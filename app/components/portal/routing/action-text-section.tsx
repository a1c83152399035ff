import { useTranslation } from "react-i18next";
import type { ActionEditor } from "~/domain/partner-actions/action-editor.server";
import { languageName } from "~/i18n/language-name";
import { localeNames, locales } from "~/i18n/locales";
import { DeedForm } from "../portal-form";
import { ActionTextFields } from "./action-fields";
import type { SentForm } from "./sent-form";

interface Props {
  editor: ActionEditor;
  sent: SentForm | null;
  errorOf: (field: string) => string | undefined;
}

/** The text of an action in one language, and the way to the others. */
export function ActionTextSection({ editor, sent, errorOf }: Props) {
  const { t, i18n } = useTranslation("portal-routing");
  const { line, text, sourceLocale, desk } = editor;
  const { newest, source, locale } = text;
  const typed = sent?.intent === "saveText" ? sent.values : null;
  const stateOf = (one: string) => line.texts.find((known) => known.locale === one)?.state;
  const isNear = (one: string) => one === locale || stateOf(one) !== undefined || desk.campaign.locales.includes(one);
  const tab = (one: (typeof locales)[number]) => {
    const state = stateOf(one);
    return (
      <li key={one}>
        <a
          href={`?text=${one}#text-title`}
          aria-current={one === locale ? "page" : undefined}
          className={state === undefined ? "is-unwritten" : undefined}
        >
          <span lang={one}>{localeNames[one]}</span>{" "}
          <span className="state-tabs__count">
            {state === undefined ? t("text.newLanguage") : t(`text.states.${state}`)}
          </span>
        </a>
      </li>
    );
  };
  return (
    <>
      <nav className="state-tabs" aria-label={t("text.languages")}>
        <ul>{locales.filter(isNear).map(tab)}</ul>
        <details>
          <summary>{t("text.otherLanguages")}</summary>
          <ul>{locales.filter((one) => !isNear(one)).map(tab)}</ul>
        </details>
      </nav>
      {newest && (
        <p>
          <span className="state-tag">{t(`text.states.${newest.state}`)}</span>{" "}
          {text.isPublic && newest.state !== "published" && <span className="state-tag">{t("text.public")}</span>}{" "}
          <span className="visually-muted">{t("text.by", { name: newest.by })}</span>
        </p>
      )}
      {text.sentBackReason && <p className="warning-note">{t("text.sentBackWith", { reason: text.sentBackReason })}</p>}
      {newest?.state === "in_review" && desk.mayChange && !text.mayApprove && <p>{t("text.waitsForSecond")}</p>}
      {newest && desk.mayChange && <Steps editor={editor} />}
      {source && <p>{t("text.source", { language: languageName(sourceLocale, i18n.language) })}</p>}
      {desk.mayChange ? (
        <DeedForm intent="saveText" className="portal-wide-form">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="number" value={newest?.number ?? ""} />
          <input type="hidden" name="sha256" value={newest?.sha256 ?? ""} />
          <input type="hidden" name="sourceNumber" value={source?.number ?? ""} />
          <ActionTextFields
            values={typed ?? { ...text.fields }}
            locale={locale}
            source={source && { locale: sourceLocale, fields: source.fields }}
            errorOf={errorOf}
          />
          <button type="submit" className="button">
            {t("text.save")}
          </button>
        </DeedForm>
      ) : (
        text.fields && (
          <div lang={locale} dir="auto">
            <h3>{text.fields.title}</h3>
            <p>{text.fields.summary}</p>
            <p>{text.fields.body}</p>
            <p>{text.fields.cta}</p>
          </div>
        )
      )}
    </>
  );
}

function Steps({ editor: { text } }: Pick<Props, "editor">) {
  const { t } = useTranslation("portal-routing");
  const { newest, locale } = text;
  if (newest === null) return null;
  const button = (intent: string, words: string, look = "") => (
    <DeedForm intent={intent} key={intent}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={newest.number} />
      <button type="submit" className={`button button--small ${look}`}>
        {words}
      </button>
    </DeedForm>
  );
  return (
    <div className="button-row">
      {newest.state === "draft" && button("submitText", t("text.submit"))}
      {newest.state === "in_review" && text.mayApprove && button("approveText", t("text.approve"))}
      {newest.state === "in_review" && button("sendBackText", t("text.sendBack"), "button--quiet")}
    </div>
  );
}
