import { useTranslation } from "react-i18next";
import { localeNames, locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { FieldTexts, fieldAttributes, TextField } from "../../field";
import { SelectField } from "../select-field";

export interface FieldsProps {
  values: Record<string, string>;
  errorOf(field: string): string | undefined;
}

/** What a mailing is called, to whom it goes, its own language, and where its organization is. */
export function SettingsFields({
  values,
  errorOf,
  campaigns,
  languages = locales,
}: FieldsProps & { campaigns: { id: string; title: string }[]; languages?: readonly (keyof typeof localeNames)[] }) {
  const { t } = useTranslation("portal-mailings");
  return (
    <>
      <TextField
        id="name"
        label={t("form.name")}
        hint={t("form.nameHint")}
        error={errorOf("name")}
        defaultValue={values.name}
        maxLength={120}
        autoComplete="off"
        dir="auto"
      />
      <SelectField
        id="campaign"
        label={t("form.campaign")}
        hint={t("form.campaignHint")}
        error={errorOf("campaign")}
        defaultValue={values.campaign ?? ""}
        options={[
          { value: "", label: t("form.everyCampaign") },
          ...campaigns.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <SelectField
        id="source"
        label={t("form.source")}
        hint={t("form.sourceHint")}
        error={errorOf("source")}
        defaultValue={values.source}
        options={languages.map((locale) => ({ value: locale, label: localeNames[locale] }))}
      />
      <TextField
        id="postalAddress"
        label={t("form.postalAddress")}
        hint={t("form.postalAddressHint")}
        error={errorOf("postalAddress")}
        defaultValue={values.postalAddress}
        maxLength={200}
        autoComplete="off"
        dir="auto"
      />
    </>
  );
}

/** Subject and text in one language. @param props.locale null where the language is chosen in the same form */
export function WordsFields({ values, errorOf, locale }: FieldsProps & { locale: string | null }) {
  const { t } = useTranslation("portal-mailings");
  const written = locale === null ? { dir: "auto" } : { lang: locale, dir: textDirection(locale) };
  const body = { id: "body", hint: t("form.bodyHint"), error: errorOf("body") };
  return (
    <>
      <TextField
        id="subject"
        label={t("form.subject")}
        error={errorOf("subject")}
        defaultValue={values.subject}
        maxLength={120}
        autoComplete="off"
        {...written}
      />
      <div className={body.error ? "field field--faulty" : "field"}>
        <FieldTexts label={t("form.body")} {...body} />
        <textarea
          name="body"
          rows={14}
          maxLength={20_000}
          defaultValue={values.body}
          {...written}
          {...fieldAttributes(body)}
        />
      </div>
    </>
  );
}
