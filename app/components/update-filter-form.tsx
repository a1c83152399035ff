import { useTranslation } from "react-i18next";
import { WORLD } from "~/domain/regions/region-tree";
import type { UpdateFilters } from "~/domain/updates/update-filters";
import { useLanguageAttributes } from "./in-language";
import { useLocale } from "./use-locale";

interface Props {
  chosen: UpdateFilters;
  choices: {
    types: readonly NonNullable<UpdateFilters["type"]>[];
    principles: { slug: string; title: string; locale: string; dir: "ltr" | "rtl" }[];
    hasWorldwide: boolean;
    regions: { code: string; name: string }[];
  };
}

/** Narrows the list of articles by kind, principle and region. */
export function UpdateFilterForm({ chosen, choices }: Props) {
  const { t } = useTranslation("updates");
  const locale = useLocale();
  const language = useLanguageAttributes();
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
      options: choices.principles.map(({ slug, title, ...of }) => ({ value: slug, label: title, ...language(of) })),
    },
    {
      name: "region",
      label: t("filter.region"),
      value: chosen.region,
      options: [
        ...(choices.hasWorldwide ? [{ value: WORLD, label: t("filter.worldwide") }] : []),
        ...choices.regions.map(({ code, name }) => ({ value: code, label: name })),
      ],
    },
  ];
  return (
    <form className="filter-form" action={`/${locale}/updates`} method="get" aria-label={t("filter.label")}>
      {fields.map(({ name, label, value, options }) => (
        <div className="filter-form__field" key={name}>
          <label htmlFor={`filter-${name}`}>{label}</label>
          <select id={`filter-${name}`} name={name} defaultValue={value ?? ""}>
            <option value="">{t("filter.any")}</option>
            {options.map(({ value: code, label: words, ...attributes }) => (
              <option key={code} value={code} {...attributes}>
                {words}
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
