import { useTranslation } from "react-i18next";
import type { ActionsDesk } from "~/domain/partner-actions/actions-desk.server";
import type { Continent } from "~/domain/routing/place-choices";
import { localeNames, locales } from "~/i18n/locales";
import { ErrorSummary } from "../../error-summary";
import { useFieldErrors } from "../field-error";
import { DeedForm, PortalHeading } from "../portal-form";
import { SelectField } from "../select-field";
import { ActionFacts, ActionTextFields } from "./action-fields";
import { DeskNotes } from "./desk-notes";
import type { SentForm } from "./sent-form";

interface Props {
  base: string;
  desk: ActionsDesk;
  id: string;
  continents: Continent[];
  /** Of a campaign of the host's own: whose the action may be. */
  partners: { slug: string; name: string }[];
  sent: SentForm | null;
}

/** Adds something that signers of a campaign can do next. */
export function NewActionPage({ base, desk, id, continents, partners, sent }: Props) {
  const { t } = useTranslation("portal-routing");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const values = sent?.values ?? {};
  const { campaign } = desk;
  return (
    <>
      <p>
        <a href={`${base}/actions`}>{t("action.backToList")}</a>
      </p>
      <PortalHeading title={t("new.title")} lead={t("new.lead")} />
      <DeskNotes base={base} desk={desk} />
      <ErrorSummary errors={summary} />
      <DeedForm intent="create" className="portal-card portal-wide-form">
        <input type="hidden" name="id" value={values.id ?? id} />
        {campaign.isHosts && (
          <SelectField
            id="partner"
            label={t("fields.partner")}
            error={errorOf("partner")}
            defaultValue={values.partner ?? ""}
            options={[
              { value: "", label: t("fields.partnerChoose") },
              ...partners.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
        )}
        <SelectField
          id="locale"
          label={t("fields.locale")}
          error={errorOf("locale")}
          defaultValue={values.locale ?? campaign.locales[0]}
          options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        />
        <ActionTextFields values={values} locale={null} source={null} errorOf={errorOf} />
        <ActionFacts
          values={values}
          countries={sent?.lists.countries ?? campaign.countries}
          continents={continents}
          timeZone={campaign.timeZone}
          errorOf={errorOf}
        />
        <button type="submit" className="button">
          {t("new.create")}
        </button>
      </DeedForm>
    </>
  );
}
