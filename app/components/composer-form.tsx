import { useTranslation } from "react-i18next";
import type { LetterTextsByLanguage } from "~/domain/campaigns/get-letter-texts.server";
import type { Choices } from "~/domain/lawmakers/compose/choices";
import type { ComposerFault } from "~/domain/lawmakers/compose/composer-form";
import type { Recipient } from "~/domain/lawmakers/compose/recipient";
import { ErrorSummary } from "./error-summary";
import { FieldTexts, fieldAttributes, TextField } from "./field";
import { useLanguageAttributes } from "./in-language";
import { useComposerData } from "./use-composer-data";

export interface PrincipleChoice {
  slug: string;
  title: string;
  locale: string;
  dir: "ltr" | "rtl";
}

interface Props {
  action: string;
  texts: LetterTextsByLanguage;
  recipients: Recipient[];
  principles: PrincipleChoice[];
  choices: Choices;
  faults: ComposerFault[];
}

/** The form that everything posted from this page belongs to, wherever on the page it stands. */
export const COMPOSER = "compose";

/** Asks for what makes a letter somebody's own. It holds the letters' fields too, which name it as their form. */
export function ComposerForm({ action, texts, recipients, principles, choices, faults }: Props) {
  const { t, i18n } = useTranslation("write");
  const inLanguage = useLanguageAttributes();
  const data = useComposerData(texts, recipients);
  const errorOf = (field: ComposerFault["field"]) => {
    const fault = faults.find((each) => each.field === field);
    return fault && t(`errors.${fault.code}`);
  };
  const first = `principle-${principles[0]?.slug}`;
  const limit = new Intl.NumberFormat(i18n.language).format(texts.en.letter.limits.personalStory);
  const story = { id: "story", hint: t("composer.storyHint", { limit }), error: errorOf("story") };
  const closings: Record<string, string> = {
    cosponsor: t("composer.closings.cosponsor"),
    meet: t("composer.closings.meet"),
    position: t("composer.closings.position"),
  };
  const languages = [
    { value: "en", label: t("composer.english") },
    ...(texts.es ? [{ value: "es", label: t("composer.spanish") }] : []),
  ];

  return (
    <form id={COMPOSER} method="post" encType="multipart/form-data" action={action} noValidate data-composer={data}>
      {recipients.map(({ office }) => (
        <input key={office} type="hidden" name="office" value={office} />
      ))}
      <section className="panel composer" aria-labelledby="composer-title">
        <h2 id="composer-title">{t("composer.title")}</h2>
        <ErrorSummary
          errors={faults.map(({ field, code }) => ({
            field: field === "principles" ? first : field,
            message: t(`errors.${code}`),
          }))}
        />
        <div className={story.error ? "field field--faulty" : "field"}>
          <FieldTexts {...story} label={t("composer.story")} />
          <textarea name="story" rows={5} dir="auto" defaultValue={choices.story} {...fieldAttributes(story)} />
        </div>
        <fieldset className={errorOf("principles") ? "field field--faulty" : "field"} data-principles="">
          <legend>{t("composer.principles")}</legend>
          <p className="field__hint">{t("composer.principlesHint")}</p>
          {errorOf("principles") && <p className="field__error">{errorOf("principles")}</p>}
          <div className="composer__choices">
            {principles.map((principle) => (
              <label className="check" key={principle.slug}>
                <input
                  type="checkbox"
                  id={`principle-${principle.slug}`}
                  name="principles"
                  value={principle.slug}
                  defaultChecked={choices.principles.includes(principle.slug)}
                />
                <span {...inLanguage(principle)}>{principle.title}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="field">
          <legend>{t("composer.closing")}</legend>
          <p className="field__hint">{t("composer.closingHint")}</p>
          {texts.en.lines.closings.map(({ id, label }) => (
            <label className="check" key={id}>
              <input type="radio" name="closing" value={id} defaultChecked={choices.closing === id} />
              <span>{closings[id] ?? label}</span>
            </label>
          ))}
        </fieldset>
        <div className="composer__name">
          <TextField
            id="name"
            label={t("composer.name")}
            hint={t("composer.nameHint")}
            error={errorOf("name")}
            defaultValue={choices.name}
            autoComplete="name"
            dir="auto"
            required
          />
          <TextField
            id="city"
            label={t("composer.city")}
            hint={t("composer.cityHint")}
            error={errorOf("city")}
            defaultValue={choices.city}
            autoComplete="address-level2"
            dir="auto"
          />
          <TextField
            id="zip"
            label={t("composer.zip")}
            error={errorOf("zip")}
            defaultValue={choices.zip}
            inputMode="numeric"
            autoComplete="postal-code"
            className="input--short"
            maxLength={10}
            dir="ltr"
          />
        </div>
        {languages.length > 1 && (
          <fieldset className="field">
            <legend>{t("composer.languageLegend")}</legend>
            <p className="field__hint">{t("composer.languageHint")}</p>
            {languages.map(({ value, label }) => (
              <label className="check" key={value}>
                <input type="radio" name="language" value={value} defaultChecked={choices.language === value} />
                <span>{label}</span>
              </label>
            ))}
            {texts.es?.letter.status === "machine_draft" && (
              <p className="field__hint">{t("composer.languageDraft")}</p>
            )}
          </fieldset>
        )}
        <button className="button" type="submit" data-write="">
          {t("composer.submit")}
        </button>
        <p className="muted" data-no-script="">
          {t("composer.submitNote")}
        </p>
      </section>
    </form>
  );
}
