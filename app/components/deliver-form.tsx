import { useTranslation } from "react-i18next";
import type { DeliverForm as DeliverFormView, DeliverOffice } from "~/domain/deliveries/deliver-page";
import { fieldLimits, personFields } from "~/domain/deliveries/delivery-fields";
import type { DeliveryFormErrors } from "~/domain/deliveries/delivery-form";
import { ErrorSummary } from "./error-summary";
import { FieldTexts, fieldAttributes, TextField } from "./field";
import { FollowUpBox } from "./follow-up-box";
import { ReadOnlyNotice } from "./read-only-notice";

interface Props {
  action: string;
  linkDays: number;
  days: number;
  form: DeliverFormView;
  errors: DeliveryFormErrors | null;
  requestKey: string;
}

/** Asks for what the gateways of Congress want to know, says why, and lets each message be changed. */
export function DeliverForm({ action, linkDays, days, form, errors, requestKey }: Props) {
  const { t, i18n } = useTranslation("deliver");
  const { offices, values } = form;
  const names = new Intl.ListFormat(i18n.language).format(offices.map(({ name }) => name));
  const errorOf = (field: string) => {
    const code = errors?.[field];
    return code && t(`errors.${code}`);
  };
  const fields = [
    "offices",
    ...offices.flatMap(({ bioguide }) => [`subject.${bioguide}`, `text.${bioguide}`]),
    ...personFields,
  ];
  const summary = fields.flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ field, message }] : [];
  });

  return (
    <form method="post" action={action} noValidate autoComplete="on">
      <input type="hidden" name="intent" value="send" />
      <input type="hidden" name="requestKey" value={requestKey} />
      <ErrorSummary errors={summary} />
      <p className="lead">{t("lead")}</p>
      <section className="panel" aria-labelledby="why-title">
        <h2 id="why-title">{t("why.title")}</h2>
        <ul>
          <li>{t("why.name")}</li>
          <li>{t("why.email")}</li>
          <li>{t("why.who", { names })}</li>
          <li>{t("why.kept", { linkDays, days })}</li>
        </ul>
      </section>
      <h2 id="offices" tabIndex={-1}>
        {t("offices", { count: offices.length })}
      </h2>
      {offices.map((office) => (
        <OfficeFields key={office.bioguide} office={office} form={form} errorOf={errorOf} />
      ))}
      <PersonFields form={form} errorOf={errorOf} />
      <FollowUpBox isTicked={values.wantsFollowUp} />
      <ReadOnlyNotice />
      <button className="button button--large" type="submit">
        {t("submit")}
      </button>
      <p className="muted">{t("submitHint")}</p>
    </form>
  );
}

interface PartProps {
  form: DeliverFormView;
  errorOf(field: string): string | undefined;
}

function OfficeFields({ office, form, errorOf }: PartProps & { office: DeliverOffice }) {
  const { t } = useTranslation("deliver");
  const { t: lawmakers } = useTranslation("lawmakers");
  const { bioguide, name, title, stateName } = office;
  const { subject = "", text = "", skip = false } = form.values.messages[bioguide] ?? {};
  const textId = `text.${bioguide}`;
  const textField = { id: textId, hint: t("message.signatureHint"), error: errorOf(textId) };
  return (
    <fieldset className="card deliver__office">
      <legend>{t("message.title", { name })}</legend>
      <p className="card__meta">
        {lawmakers(`titles.${title}`)} · <bdi lang="en">{stateName}</bdi>
      </p>
      <input type="hidden" name="office" value={bioguide} />
      <TextField
        id={`subject.${bioguide}`}
        label={t("message.subject")}
        error={errorOf(`subject.${bioguide}`)}
        defaultValue={subject}
        maxLength={fieldLimits.subject}
        autoComplete="off"
        dir="auto"
      />
      <div className={textField.error ? "field field--faulty" : "field"}>
        <FieldTexts {...textField} label={t("message.text")} />
        <textarea
          name={textId}
          rows={12}
          defaultValue={text}
          maxLength={fieldLimits.text}
          autoComplete="off"
          dir="auto"
          {...fieldAttributes(textField)}
        />
      </div>
      <label className="check">
        <input type="checkbox" name="skip" value={bioguide} defaultChecked={skip} />
        <span>{t("message.leaveOut")}</span>
      </label>
    </fieldset>
  );
}

function PersonFields({ form, errorOf }: PartProps) {
  const { t, i18n } = useTranslation("deliver");
  const { prefixes, isForSenate, offices, values } = form;
  const { person } = values;
  const wanting = offices.filter(({ wantsPhone }) => wantsPhone).map(({ name }) => name);
  const line = (
    id: "firstName" | "lastName" | "address1" | "address2" | "city",
    autoComplete: string,
    most: number,
  ) => (
    <TextField
      id={id}
      label={t(`fields.${id}`)}
      error={errorOf(id)}
      defaultValue={person[id]}
      autoComplete={autoComplete}
      maxLength={most}
      dir="auto"
      required={id !== "address2"}
    />
  );
  const prefix = {
    id: "prefix",
    hint: t(isForSenate ? "fields.prefixSenateHint" : "fields.prefixHint"),
    error: errorOf("prefix"),
  };
  return (
    <fieldset className="deliver__person">
      <legend>
        <h2>{t("person.title")}</h2>
      </legend>
      <div className={prefix.error ? "field field--faulty" : "field"}>
        <FieldTexts {...prefix} label={t("fields.prefix")} />
        <select
          name="prefix"
          className="input--short"
          defaultValue={person.prefix}
          autoComplete="honorific-prefix"
          required
          {...fieldAttributes(prefix)}
        >
          <option value="">{t("fields.prefixChoose")}</option>
          {prefixes.map((one) => (
            <option key={one} value={one} lang="en">
              {one}
            </option>
          ))}
        </select>
      </div>
      {line("firstName", "given-name", fieldLimits.name)}
      {line("lastName", "family-name", fieldLimits.name)}
      {line("address1", "address-line1", fieldLimits.address)}
      {line("address2", "address-line2", fieldLimits.address)}
      {line("city", "address-level2", fieldLimits.city)}
      <p className="deliver__state">
        <span className="muted">{t("fields.state")}</span> <bdi lang="en">{offices[0]?.stateName}</bdi>
      </p>
      <TextField
        id="zip"
        label={t("fields.zip")}
        error={errorOf("zip")}
        defaultValue={person.zip}
        className="input--short"
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={10}
        dir="ltr"
        required
      />
      <TextField
        id="email"
        type="email"
        inputMode="email"
        label={t("fields.email")}
        hint={t("fields.emailHint")}
        error={errorOf("email")}
        defaultValue={person.email}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        dir="ltr"
        required
      />
      <TextField
        id="phone"
        type="tel"
        inputMode="tel"
        label={t("fields.phone")}
        hint={
          wanting.length > 0
            ? t("fields.phoneWanted", { names: new Intl.ListFormat(i18n.language).format(wanting) })
            : t("fields.phoneHint")
        }
        error={errorOf("phone")}
        defaultValue={person.phone}
        className="input--short"
        autoComplete="tel-national"
        maxLength={20}
        dir="ltr"
      />
    </fieldset>
  );
}
