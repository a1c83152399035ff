import { exactSteps } from "~/domain/where/exact-steps";
import type { DistrictShapes } from "~db/map/district-shapes";
import { MapLegend } from "../../map-legend";
import { useNumberWords } from "./use-number-words";

interface Props {
  map: DistrictShapes;
  /** `code`: `CA-12`. */
  counts: readonly { code: string; count: number }[];
}

/** The House's districts, darker where more people signed. Everything it says stands in the table beside it too. */
export function DistrictMap({ map, counts }: Props) {
  const { t, number, district } = useNumberWords();
  const { places, steps } = exactSteps(counts);
  const byCode = new Map(places.map((place) => [place.code, place]));
  const silent = map.shapes.filter(({ district: code }) => !byCode.has(code));
  return (
    <figure className="world-map">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={t("districtMap.label")}>
        <path className="world-map__land" fillRule="evenodd" d={silent.map(({ path }) => path).join("")} />
        {map.shapes.map(({ district: code, path }) => {
          const place = byCode.get(code);
          return (
            place && (
              <path className={`world-map__step world-map__step--${place.step}`} fillRule="evenodd" d={path} key={code}>
                <title>{`${district(code)}: ${number(place.count)}`}</title>
              </path>
            )
          );
        })}
      </svg>
      <figcaption>
        <MapLegend steps={steps} uncoloured={t("map.none")} />
        <span className="muted">{t("districtMap.about", { congress: number(map.congress) })}</span>
      </figcaption>
    </figure>
  );
}
