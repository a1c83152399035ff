import { useTranslation } from "react-i18next";
import { languageName } from "~/i18n/language-name";
import { localeNames, locales } from "~/i18n/locales";
import { SelectField } from "../select-field";

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  chosen: string;
}

/** A choice of the languages that the public pages speak, each by its own name and the reader's. */
export function LanguageField({ label, hint, error, chosen }: Props) {
  const { i18n } = useTranslation();
  return (
    <SelectField
      id="locale"
      label={label}
      hint={hint}
      error={error}
      defaultValue={chosen}
      options={locales.map((locale) => {
        const [own, name] = [localeNames[locale], languageName(locale, i18n.language)];
        return { value: locale, label: own.toLowerCase() === name.toLowerCase() ? own : `${own} – ${name}` };
      })}
    />
  );
}
