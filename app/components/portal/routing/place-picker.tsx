import { useTranslation } from "react-i18next";
import { type Continent, type PlaceChoice, placeName } from "~/domain/routing/place-choices";
import { placeGroups } from "~/domain/routing/rule-places";

interface Props {
  name: string;
  legend: string;
  hint: string;
  error?: string | undefined;
  continents: readonly Continent[];
  chosen: readonly string[];
  /** Whether continents, regions, groups and states can be chosen, or countries alone. */
  withRegions: boolean;
}

/** Boxes for places by continents, which a script lets one search. */
export function PlacePicker({ name, legend, hint, error, continents, chosen, withRegions }: Props) {
  const { t, i18n } = useTranslation("portal-routing");
  const list = new Intl.ListFormat(i18n.language);
  const wordsOf = (code: string) => {
    const group = placeGroups.find((one) => one === code);
    return group ? t(`places.groups.${group}`) : placeName(code, i18n.language);
  };
  const box = (place: PlaceChoice, words = place.name) => (
    <li key={place.code} data-place>
      <label className="check" htmlFor={`${name}-${place.code}`}>
        <input
          type="checkbox"
          id={`${name}-${place.code}`}
          name={name}
          value={place.code}
          defaultChecked={chosen.includes(place.code)}
        />
        <span>{words}</span>
      </label>
    </li>
  );
  return (
    <fieldset
      className={error ? "place-picker field field--faulty" : "place-picker field"}
      id={name}
      tabIndex={-1}
      aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
      data-place-picker
    >
      <legend>{legend}</legend>
      <p className="field__hint" id={`${name}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="field__error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {chosen.length > 0 && <p>{t("places.chosen", { places: list.format(chosen.map(wordsOf)) })}</p>}
      <div className="field" data-place-search hidden>
        <label htmlFor={`${name}-search`}>{t("places.find")}</label>
        <input type="search" id={`${name}-search`} autoComplete="off" />
        <output className="visually-muted" htmlFor={`${name}-search`} data-found={t("places.found", { number: "#" })} />
      </div>
      {continents.map((continent) => {
        const { code, regions, countries, states } = continent;
        const all = [continent, ...regions, ...countries, ...states].map((one) => one.code);
        const groups = code === "150" ? placeGroups.map((one) => ({ code: one, name: t(`places.groups.${one}`) })) : [];
        return (
          <details key={code} open={all.some((one) => chosen.includes(one))} data-continent>
            <summary>{continent.name}</summary>
            {withRegions && (
              <ul className="place-picker__list place-picker__list--regions">
                {box(continent, t("places.all", { place: continent.name }))}
                {regions.map((region) => box(region))}
                {groups.map((group) => box(group))}
              </ul>
            )}
            <ul className="place-picker__list">{countries.map((country) => box(country))}</ul>
            {withRegions && states.length > 0 && (
              <>
                <p className="place-picker__part">{t("places.states")}</p>
                <ul className="place-picker__list">{states.map((state) => box(state))}</ul>
              </>
            )}
          </details>
        );
      })}
    </fieldset>
  );
}
