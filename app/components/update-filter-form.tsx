import { useTranslation } from "react-i18next";
import type { UpdateFilters } from "~/domain/updates/update-filters";
import { useLocale } from "./use-locale";

interface Props {
  chosen: UpdateFilters;
  choices: {
    types: readonly NonNullable<UpdateFilters["type"]>[];
    principles: { slug: string; title: string }[];
    regions: { code: string; name: string }[];
  };
}

/** Narrows the list of articles by kind, principle and region. */
export function UpdateFilterForm({ chosen, choices }: Props) {
  const { t } = useTranslation("updates");
  const locale = useLocale();
  const fields = [
    {
      name: "type",
      label: t("filter.type"),
      value: chosen.type,
      options: choices.types.map((type) => ({ value: type, label: t(`types.${type}`) })),
    },
    {
      name: "principle",
      label: t("filter.principle"),
      value: chosen.principle,
      options: choices.principles.map(({ slug, title }) => ({ value: slug, label: title })),
    },
    {
      name: "region",
      label: t("filter.region"),
      value: chosen.region,
      options: choices.regions.map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
  return (
    <form className="filter-form" action={`/${locale}/updates`} method="get" aria-label={t("filter.label")}>
      {fields.map(({ name, label, value, options }) => (
        <div className="filter-form__field" key={name}>
          <label htmlFor={`filter-${name}`}>{label}</label>
          <select id={`filter-${name}`} name={name} defaultValue={value ?? ""}>
            <option value="">{t("filter.any")}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button className="button button--quiet" type="submit">
        {t("filter.button")}
      </button>
    </form>
  );
}
