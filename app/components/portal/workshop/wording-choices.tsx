import { useTranslation } from "react-i18next";
import type { WordingChoice } from "~/domain/workshop/settings.server";
import { languageName } from "~/i18n/language-name";
import { textDirection } from "~/i18n/text-direction";
import { FieldTexts, fieldAttributes } from "../../field";
import { DeedForm } from "../portal-form";

interface Props {
  choices: readonly WordingChoice[];
  version: number;
  mayChange: boolean;
  error: string | undefined;
}

/** Under which published versions of the consents' wordings a campaign asks. */
export function WordingChoices({ choices, version, mayChange, error }: Props) {
  const { t, i18n } = useTranslation("portal-workshop");
  const locales = [...new Set(choices.map(({ locale }) => locale))];
  const hasChoice = choices.some(({ versions }) => versions.length > 1);
  return (
    <DeedForm intent="wordings" className="portal-card workshop-form">
      <h2 id="wordings">{t("wordings.title")}</h2>
      <p>{t("wordings.lead")}</p>
      {error && <p className="field__error">{error}</p>}
      <input type="hidden" name="version" value={version} />
      {locales.map((locale) => (
        <details
          key={locale}
          open={hasChoice && (locales.length === 1 || choices.some((one) => one.locale === locale && one.chosen))}
        >
          <summary>{languageName(locale, i18n.language)}</summary>
          {choices
            .filter((one) => one.locale === locale)
            .map((choice) => (
              <Choice key={choice.purpose} {...choice} mayChange={mayChange} />
            ))}
        </details>
      ))}
      {!hasChoice && <p className="visually-muted">{t("wordings.oneEach")}</p>}
      {mayChange && hasChoice && (
        <button type="submit" className="button">
          {t("wordings.save")}
        </button>
      )}
    </DeedForm>
  );
}

function Choice({ purpose, locale, versions, chosen, mayChange }: WordingChoice & { mayChange: boolean }) {
  const { t } = useTranslation("portal-workshop");
  const id = `wording-${purpose}-${locale}`;
  const label = t(`wordings.purposes.${purpose}`);
  const used = versions.find((one) => one.id === chosen) ?? versions[0];
  return (
    <div className="field">
      {versions.length > 1 ? (
        <>
          <FieldTexts id={id} label={label} />
          <select name="wordings" {...fieldAttributes({ id })} defaultValue={chosen ?? ""} disabled={!mayChange}>
            <option value="">{t("wordings.newest")}</option>
            {versions.map((one) => (
              <option key={one.id} value={one.id}>
                {t("wordings.version", { version: one.version })}
              </option>
            ))}
          </select>
        </>
      ) : (
        <p>
          <strong>{label}</strong>
          {/* The one that there is stays chosen where it was. */}
          {chosen && <input type="hidden" name="wordings" value={chosen} />}
        </p>
      )}
      <dl className="workshop-wordings">
        {versions.map((one) => (
          <div key={one.id}>
            <dt>
              {t("wordings.version", { version: one.version })}
              {one === used && <> · {t("wordings.used")}</>}
            </dt>
            <dd lang={locale} dir={textDirection(locale)}>
              {one.text}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
