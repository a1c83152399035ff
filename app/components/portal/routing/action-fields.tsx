import { useTranslation } from "react-i18next";
import { longestTexts } from "~/domain/partner-actions/action-form";
import type { Continent } from "~/domain/routing/place-choices";
import { textDirection } from "~/i18n/text-direction";
import { actionKinds } from "~db/schema/content/action-kinds";
import { FieldTexts, fieldAttributes, TextField } from "../../field";
import { SelectField } from "../select-field";
import { PlacePicker } from "./place-picker";

type Errors = (field: string) => string | undefined;

interface FactsProps {
  values: Record<string, string | undefined>;
  countries: readonly string[];
  continents: readonly Continent[];
  timeZone: string;
  errorOf: Errors;
}

/** What of an action is the same in all languages. */
export function ActionFacts({ values, countries, continents, timeZone, errorOf }: FactsProps) {
  const { t } = useTranslation("portal-routing");
  return (
    <>
      <SelectField
        id="kind"
        label={t("fields.kind")}
        error={errorOf("kind")}
        defaultValue={values.kind ?? "petition"}
        options={actionKinds.map((kind) => ({ value: kind, label: t(`fields.kinds.${kind}`) }))}
      />
      <TextField
        id="link"
        type="url"
        inputMode="url"
        label={t("fields.link")}
        hint={t("fields.linkHint")}
        error={errorOf("link")}
        defaultValue={values.link}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={1_000}
        dir="ltr"
      />
      {(["startsAt", "endsAt"] as const).map((field) => (
        <TextField
          key={field}
          id={field}
          type="datetime-local"
          label={t(`fields.${field}`)}
          hint={t("fields.momentHint", { zone: timeZone })}
          error={errorOf(field)}
          defaultValue={values[field]}
        />
      ))}
      <PlacePicker
        name="countries"
        legend={t("fields.countries")}
        hint={t("fields.countriesHint")}
        error={errorOf("countries")}
        continents={continents}
        chosen={countries}
        withRegions={false}
      />
      <label className="check" htmlFor="isWorldwide">
        <input
          type="checkbox"
          id="isWorldwide"
          name="isWorldwide"
          value="yes"
          defaultChecked={values.isWorldwide === "yes"}
        />
        <span>{t("fields.isWorldwide")}</span>
      </label>
    </>
  );
}

interface TextProps {
  values: Record<string, string | undefined>;
  /** Null where it is only chosen in the same form. */
  locale: string | null;
  /** What is translated. */
  source: { locale: string; fields: Record<"title" | "summary" | "body" | "cta", string> } | null;
  errorOf: Errors;
}

/** What an action says in one language. */
export function ActionTextFields({ values, locale, source, errorOf }: TextProps) {
  const { t } = useTranslation("portal-routing");
  const language = locale === null ? { dir: "auto" } : { lang: locale, dir: textDirection(locale) };
  const original = (field: "title" | "summary" | "body" | "cta") =>
    source && (
      <p className="action-source" lang={source.locale} dir={textDirection(source.locale)}>
        {source.fields[field]}
      </p>
    );
  return (
    <>
      {original("title")}
      <TextField
        id="title"
        label={t("fields.title")}
        error={errorOf("title")}
        defaultValue={values.title}
        maxLength={longestTexts.title}
        {...language}
      />
      {original("summary")}
      <TextField
        id="summary"
        label={t("fields.summary")}
        error={errorOf("summary")}
        defaultValue={values.summary}
        maxLength={longestTexts.summary}
        {...language}
      />
      {original("body")}
      <div className={errorOf("body") ? "field field--faulty" : "field"}>
        <FieldTexts id="body" label={t("fields.body")} hint={t("fields.bodyHint")} error={errorOf("body")} />
        <textarea
          name="body"
          rows={5}
          maxLength={longestTexts.body}
          defaultValue={values.body}
          {...language}
          {...fieldAttributes({ id: "body", hint: t("fields.bodyHint"), error: errorOf("body") })}
        />
      </div>
      {original("cta")}
      <TextField
        id="cta"
        label={t("fields.cta")}
        hint={t("fields.ctaHint")}
        error={errorOf("cta")}
        defaultValue={values.cta}
        maxLength={longestTexts.cta}
        {...language}
      />
    </>
  );
}
