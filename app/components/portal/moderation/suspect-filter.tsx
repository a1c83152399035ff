import { useTranslation } from "react-i18next";
import { signatureSignals } from "~/domain/abuse/signature-signals";
import { TextField } from "../../field";
import { SelectField } from "../select-field";

export interface Filter {
  signature?: string | undefined;
  network?: string | undefined;
  country?: string | undefined;
  signal?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface Props {
  list: string;
  filter: Filter;
  countries: readonly { code: string; name: string }[];
}

/** As a field for day and time has it. */
export function minutesOf(moment: string | undefined): string | undefined {
  return moment?.slice(0, 16);
}

/** Narrows the list of signatures. */
export function SuspectFilter({ list, filter, countries }: Props) {
  const { t } = useTranslation("portal-trust");
  const isChosen = Object.values(filter).some((one) => one !== undefined);
  return (
    <details className="portal-card supporter-filters" open={isChosen}>
      <summary>{t("suspects.filter")}</summary>
      <form method="get">
        <input type="hidden" name="state" value={list} />
        <div className="supporter-filters__fields">
          <CriterionFields typed={filter} countries={countries} />
        </div>
        <div className="button-row">
          <button type="submit" className="button button--small">
            {t("suspects.filterButton")}
          </button>
          {isChosen && <a href={`?state=${list}`}>{t("suspects.filterNone")}</a>}
        </div>
      </form>
    </details>
  );
}

interface FieldsProps {
  typed: Filter;
  countries: readonly { code: string; name: string }[];
  errorOf?: (field: string) => string | undefined;
}

/** The fields that choose signatures, for the filter and for a strike. */
export function CriterionFields({ typed, countries, errorOf }: FieldsProps) {
  const { t } = useTranslation("portal-trust");
  const any = { value: "", label: t("criteria.any") };
  return (
    <>
      <SelectField
        id="country"
        label={t("criteria.countryField")}
        defaultValue={typed.country ?? ""}
        options={[
          any,
          ...countries.map(({ code, name }) => ({ value: code, label: name })),
          { value: "ZZ", label: t("criteria.countryUnsaid") },
        ]}
      />
      <SelectField
        id="signal"
        label={t("criteria.signalField")}
        defaultValue={typed.signal ?? ""}
        options={[any, ...signatureSignals.options.map((one) => ({ value: one, label: t(`signals.${one}`) }))]}
      />
      <TextField
        id="network"
        label={t("criteria.networkField")}
        error={errorOf?.("network")}
        defaultValue={typed.network}
        autoComplete="off"
        autoCapitalize="none"
        dir="ltr"
        maxLength={64}
      />
      <TextField
        id="from"
        type="datetime-local"
        label={t("criteria.fromField")}
        error={errorOf?.("from")}
        defaultValue={minutesOf(typed.from)}
      />
      <TextField
        id="to"
        type="datetime-local"
        label={t("criteria.toField")}
        error={errorOf?.("to")}
        defaultValue={minutesOf(typed.to)}
      />
      <TextField
        id="signature"
        label={t("criteria.signatureField")}
        error={errorOf?.("signature")}
        defaultValue={typed.signature}
        autoComplete="off"
        dir="ltr"
        maxLength={36}
      />
    </>
  );
}
