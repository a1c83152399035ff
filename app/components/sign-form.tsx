import { useTranslation } from "react-i18next";
import type { SignFormErrors, SignFormValues } from "~/domain/signatures/sign-form";
import { SOURCE_FIELD } from "~/domain/signatures/source-tag";
import { type AntiBot, AntiBotFields } from "./anti-bot-fields";
import { CountryOptions } from "./country-options";
import { ErrorSummary } from "./error-summary";
import { FieldTexts, fieldAttributes, TextField } from "./field";
import { useLanguageAttributes } from "./in-language";
import { useLocale } from "./use-locale";

export interface SignFormWording {
  purpose: string;
  text: string;
  locale: string;
  dir: "ltr" | "rtl";
  status: string;
}

interface Props {
  action: string;
  countries: readonly { code: string; name: string }[];
  partners: { slug: string; name: string; country: string; isSample: boolean }[];
  wordings: SignFormWording[];
  unconfirmedDays: number;
  /** The browser asked not to share: partners are not offered. */
  gpc: boolean;
  antiBot: AntiBot;
  /** Tag of the link that led to the page. */
  source: string | null;
  values: SignFormValues | null;
  errors: SignFormErrors | null;
}

/** The form of the contract. Nothing is ticked that the person did not tick. */
export function SignForm(props: Props) {
  const { action, countries, partners, wordings, unconfirmedDays, gpc, antiBot, values, errors } = props;
  const source = values ? values.source : props.source;
  const { t, i18n } = useTranslation("sign");
  const { t: site } = useTranslation("site");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const errorOf = (field: keyof SignFormValues) => {
    const code = errors?.[field];
    return code && t(`errors.${code}`);
  };
  const fields = ["name", "email", "country", "postalCode", "partners"] as const;
  const summary = fields.flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ field, message }] : [];
  });
  const wording = (purpose: "petition" | "newsletter" | "partner_sharing") =>
    wordings.find((one) => one.purpose === purpose);
  const petition = wording("petition");
  const newsletter = wording("newsletter");
  const sharing = wording("partner_sharing");

  return (
    <form
      className="sign-form"
      method="post"
      action={action}
      id="sign"
      data-sign-form
      data-challenge={antiBot.challengeUrl ?? undefined}
      noValidate
      aria-labelledby="sign-title"
    >
      <h2 id="sign-title">{t("title")}</h2>
      <ErrorSummary errors={summary} />
      <TextField
        id="name"
        label={t("name.label")}
        error={errorOf("name")}
        defaultValue={values?.name}
        autoComplete="name"
        maxLength={240}
        dir="auto"
        required
      />
      <TextField
        id="email"
        type="email"
        inputMode="email"
        label={t("email.label")}
        hint={t("email.hint")}
        error={errorOf("email")}
        defaultValue={values?.email}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        dir="ltr"
        required
      />
      <div className={errors?.country ? "field field--faulty" : "field"}>
        <FieldTexts id="country" label={t("country.label")} error={errorOf("country")} />
        <select
          name="country"
          {...fieldAttributes({ id: "country", error: errorOf("country") })}
          defaultValue={values?.country ?? ""}
          autoComplete="country"
          required
        >
          <CountryOptions countries={countries} />
        </select>
        <p className="field__hint" id="country-guess" hidden>
          {t("country.guess")}
        </p>
      </div>
      <TextField
        id="postalCode"
        label={t("postalCode.label")}
        hint={t("postalCode.hint")}
        error={errorOf("postalCode")}
        defaultValue={values?.postalCode}
        autoComplete="postal-code"
        inputMode="numeric"
        className="input--short"
        maxLength={20}
        dir="ltr"
      />
      <fieldset className="sign-form__choices">
        <legend>{t("choices.legend")}</legend>
        <p className="field__hint">{t("choices.hint")}</p>
        <label className="check" htmlFor="updates">
          <input type="checkbox" id="updates" name="updates" value="yes" defaultChecked={values?.updates === true} />
          {newsletter && <span {...language(newsletter)}>{newsletter.text}</span>}
        </label>
        {gpc ? (
          <p className="notice">{t("choices.gpc")}</p>
        ) : (
          sharing &&
          partners.length > 0 && (
            <details
              className="sign-form__partners"
              open={Boolean(errors?.partners) || (values?.partners.length ?? 0) > 0}
            >
              <summary>{t("partners.summary", { count: partners.length })}</summary>
              <fieldset id="partners" {...(errors?.partners ? { "aria-describedby": "partners-error" } : {})}>
                <legend>{t("partners.legend")}</legend>
                <p className="field__hint">{t("partners.hint")}</p>
                {errors?.partners && (
                  <p className="field__error" id="partners-error">
                    {errorOf("partners")}
                  </p>
                )}
                {partners.map((partner) => (
                  <label className="check" key={partner.slug} htmlFor={`partner-${partner.slug}`}>
                    <input
                      type="checkbox"
                      id={`partner-${partner.slug}`}
                      name="partners"
                      value={partner.slug}
                      defaultChecked={values?.partners.includes(partner.slug) === true}
                    />
                    <span {...language(sharing)}>
                      <SharingWording text={sharing.text} partner={partner.name} />{" "}
                      {partner.isSample && <span className="tag">{site("sample.tag")}</span>}
                    </span>
                  </label>
                ))}
              </fieldset>
            </details>
          )
        )}
      </fieldset>
      {source && <input type="hidden" name={SOURCE_FIELD} value={source} />}
      <AntiBotFields {...antiBot} />
      <div className="sign-form__send">
        <p className="sign-form__promise">{t("promise")}</p>
        <button type="submit" className="button button--large" data-sending={t("sending")}>
          {t("button")}
        </button>
        {petition && (
          <p className="sign-form__terms" {...language(petition)}>
            {petition.text.replaceAll(
              "{{unconfirmed_days}}",
              new Intl.NumberFormat(i18n.language).format(unconfirmedDays),
            )}{" "}
            <a href={`/${locale}/privacy`}>{t("privacyLink")}</a>
          </p>
        )}
      </div>
    </form>
  );
}

/** The agreed words with the partner's name in its place, in a direction of its own. */
function SharingWording({ text, partner }: { text: string; partner: string }) {
  const [before = "", after = ""] = text.split("{{partner}}");
  return (
    <>
      {before}
      <bdi>{partner}</bdi>
      {after}
    </>
  );
}
