import { useTranslation } from "react-i18next";
import type { EndorsementErrors, EndorsementValues } from "~/domain/endorsements/endorsement-form";
import { endorsementLengths } from "~/domain/endorsements/endorsement-lengths";
import { AntiBotFields } from "./anti-bot-fields";
import { ErrorSummary } from "./error-summary";
import { FieldTexts, fieldAttributes, TextField } from "./field";
import { useLanguageAttributes } from "./in-language";
import { ReadOnlyNotice } from "./read-only-notice";

export interface EndorseFormProps {
  action: string;
  /** What the form asks to agree to. */
  wording: { text: string; locale: string; dir: "ltr" | "rtl" };
  countries: readonly { code: string; name: string }[];
  unconfirmedDays: number;
  stamp: string;
  values: EndorsementValues | null;
  errors: EndorsementErrors | null;
}

const kinds = ["organization", "researcher", "technologist"] as const;
/** In the order of the form. */
const fields = [
  "kind",
  "name",
  "affiliation",
  "role",
  "country",
  "sentence",
  "website",
  "email",
  "publish",
] as const satisfies (keyof EndorsementValues)[];

/** Kind, name and words of who wants to stand under a campaign. Nothing is ticked that they did not tick. */
export function EndorseForm(props: EndorseFormProps) {
  const { action, values, errors, wording, countries, unconfirmedDays, stamp } = props;
  const { t } = useTranslation("endorse");
  const { t: sign } = useTranslation("sign");
  const language = useLanguageAttributes();
  const errorOf = (field: (typeof fields)[number]) => {
    const code = errors?.[field];
    return code && t(`errors.${code}`);
  };
  const summary = fields.flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ field, message }] : [];
  });
  return (
    <form method="post" action={action} noValidate>
      <ErrorSummary errors={summary} />
      <fieldset className="field" id="kind" {...(errors?.kind && { "aria-describedby": "kind-error" })}>
        <legend>{t("form.kind")}</legend>
        {errors?.kind && (
          <p className="field__error" id="kind-error">
            {errorOf("kind")}
          </p>
        )}
        {kinds.map((kind) => (
          <label className="check" key={kind} htmlFor={`kind-${kind}`}>
            <input
              type="radio"
              id={`kind-${kind}`}
              name="kind"
              value={kind}
              defaultChecked={values?.kind === kind}
              required
            />
            <span>{t(`kinds.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        id="name"
        label={t("form.name")}
        hint={t("form.nameHint")}
        error={errorOf("name")}
        defaultValue={values?.name}
        maxLength={240}
        dir="auto"
        required
      />
      <TextField
        id="affiliation"
        label={t("form.affiliation")}
        hint={t("form.affiliationHint")}
        error={errorOf("affiliation")}
        defaultValue={values?.affiliation}
        autoComplete="organization"
        maxLength={240}
        dir="auto"
      />
      <TextField
        id="role"
        label={t("form.role")}
        hint={t("form.affiliationHint")}
        error={errorOf("role")}
        defaultValue={values?.role}
        autoComplete="organization-title"
        maxLength={240}
        dir="auto"
      />
      <div className={errors?.country ? "field field--faulty" : "field"}>
        <FieldTexts id="country" label={sign("country.label")} error={errorOf("country")} />
        <select
          name="country"
          {...fieldAttributes({ id: "country", error: errorOf("country") })}
          defaultValue={values?.country ?? ""}
          autoComplete="country"
          required
        >
          <option value="">{sign("country.choose")}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className={errors?.sentence ? "field field--faulty" : "field"}>
        <FieldTexts
          id="sentence"
          label={t("form.sentence")}
          hint={t("form.sentenceHint", { most: endorsementLengths.sentence })}
          error={errorOf("sentence")}
        />
        <textarea
          name="sentence"
          rows={3}
          dir="auto"
          defaultValue={values?.sentence}
          {...fieldAttributes({
            id: "sentence",
            hint: t("form.sentenceHint", { most: endorsementLengths.sentence }),
            error: errorOf("sentence"),
          })}
        />
      </div>
      <TextField
        id="website"
        type="url"
        inputMode="url"
        label={t("form.website")}
        hint={t("form.websiteHint")}
        error={errorOf("website")}
        defaultValue={values?.website}
        autoComplete="url"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        dir="ltr"
      />
      <TextField
        id="email"
        type="email"
        inputMode="email"
        label={t("form.email")}
        hint={t("form.emailHint")}
        error={errorOf("email")}
        defaultValue={values?.email}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        dir="ltr"
        required
      />
      <div className={errors?.publish ? "field field--faulty" : "field"}>
        {errors?.publish && (
          <p className="field__error" id="publish-error">
            {errorOf("publish")}
          </p>
        )}
        <label className="check" htmlFor="publish">
          <input
            type="checkbox"
            name="publish"
            value="yes"
            defaultChecked={values?.publish === true}
            {...fieldAttributes({ id: "publish", error: errorOf("publish") })}
          />
          <span {...language(wording)}>{wording.text}</span>
        </label>
      </div>
      <AntiBotFields stamp={stamp} challengeUrl={null} />
      <ReadOnlyNotice />
      <button type="submit" className="button button--large">
        {t("form.button")}
      </button>
      <p className="field__hint">{t("form.kept", { days: unconfirmedDays })}</p>
    </form>
  );
}
