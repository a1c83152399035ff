import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import type { SignaturesByCountry } from "~/domain/where/signatures-by-country";
import type { WorldShapes } from "~db/map/world-shapes";
import { MapLegend } from "./map-legend";

interface Props {
  world: WorldShapes;
  signatures: Pick<SignaturesByCountry, "countries" | "steps">;
  /** What the map is, for those who do not see it. */
  label: string;
  /** What a country without a colour has. */
  uncoloured: string;
}

/** The world, darker where more people signed. Everything it says stands in the table beside it too. */
export function WorldMap({ world, signatures, label, uncoloured }: Props) {
  const { t, i18n } = useTranslation("where");
  const byCode = new Map(signatures.countries.map((country) => [country.code, country]));
  const number = new Intl.NumberFormat(i18n.language);
  const silent = world.shapes.filter(({ code }) => code === null || !byCode.has(code));
  return (
    <figure className="world-map">
      <svg viewBox={`0 0 ${world.width} ${world.height}`} role="img" aria-label={label}>
        <path className="world-map__land" d={silent.map(({ path }) => path).join("")} />
        {world.shapes.map(({ code, path }) => {
          const country = code === null ? undefined : byCode.get(code);
          return (
            country && (
              <path className={`world-map__step world-map__step--${country.step}`} d={path} key={country.code}>
                <title>{`${countryName(country.code, i18n.language)}: ${number.format(country.count)}`}</title>
              </path>
            )
          );
        })}
      </svg>
      <figcaption>
        <MapLegend steps={signatures.steps} uncoloured={uncoloured} />
        <span className="muted">
          {t("disputed")} {t("source")}
        </span>
      </figcaption>
    </figure>
  );
}
