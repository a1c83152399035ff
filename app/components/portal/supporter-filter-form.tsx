import { useTranslation } from "react-i18next";
import { type SupporterFilters, yesSources } from "~/domain/supporters/supporter-filters";
import { localeNames, locales } from "~/i18n/locales";
import { TextField } from "../field";
import { SelectField } from "./select-field";

interface Props {
  chosen: SupporterFilters;
  campaigns: readonly { id: string; title: string }[];
  countries: readonly { code: string; name: string }[];
}

/** Narrows the list of supporters. */
export function SupporterFilterForm({ chosen, campaigns, countries }: Props) {
  const { t } = useTranslation("portal-supporters");
  const all = { value: "", label: t("supporters.filters.all") };
  const { campaign, country, locale, from, until, source, supporter } = chosen;
  const isChosen = [campaign, country, locale, from, until, source, supporter].some((one) => one !== undefined);
  return (
    <details className="portal-card supporter-filters" open={isChosen}>
      <summary>{t("supporters.filter")}</summary>
      <form method="get">
        <div className="supporter-filters__fields">
          <SelectField
            id="campaign"
            label={t("supporters.filters.campaign")}
            defaultValue={campaign ?? ""}
            options={[all, ...campaigns.map(({ id, title }) => ({ value: id, label: title }))]}
          />
          <SelectField
            id="country"
            label={t("supporters.filters.country")}
            defaultValue={country ?? ""}
            options={[
              all,
              ...countries.map(({ code, name }) => ({ value: code, label: name })),
              { value: "ZZ", label: t("supporters.filters.unsaid") },
            ]}
          />
          <SelectField
            id="locale"
            label={t("supporters.filters.locale")}
            defaultValue={locale ?? ""}
            options={[all, ...locales.map((one) => ({ value: one, label: localeNames[one] }))]}
          />
          <SelectField
            id="source"
            label={t("supporters.filters.source")}
            defaultValue={source ?? ""}
            options={[all, ...yesSources.map((one) => ({ value: one, label: t(`supporters.sources.${one}`) }))]}
          />
          <TextField id="from" type="date" label={t("supporters.filters.from")} defaultValue={from} />
          <TextField id="until" type="date" label={t("supporters.filters.until")} defaultValue={until} />
          <TextField
            id="supporter"
            label={t("supporters.filters.supporter")}
            defaultValue={supporter}
            autoComplete="off"
            dir="ltr"
            maxLength={36}
          />
        </div>
        <div className="button-row">
          <button type="submit" className="button button--small">
            {t("supporters.filters.button")}
          </button>
          {isChosen && <a href="?">{t("supporters.clear")}</a>}
        </div>
      </form>
    </details>
  );
}
