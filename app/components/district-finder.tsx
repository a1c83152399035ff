import { useTranslation } from "react-i18next";
import { setProgress } from "~/domain/contacts/flow-progress";
import { formatDistrict } from "~/domain/lawmakers/district";
import type { DistrictFinderView } from "~/domain/lawmakers/district-finder";
import type { FinderPage } from "~/domain/lawmakers/finder-page";
import { whereQuery } from "~/domain/lawmakers/where-you-live";
import { finderWords } from "./finder-words";
import type { Visit } from "./visit";

interface Props {
  finder: DistrictFinderView;
  /** The address of the flow, without a query. */
  path: string;
  /** What was done so far in this visit, which the links carry on. */
  done: Visit["done"];
}

/**
 * Two ways to find the district on the device: by its position, once, and by a tap on a map. Both need the island
 * `find-district`; without it the list of seats is the way, and a sentence says so.
 */
export function DistrictFinder({ finder, path, done }: Props) {
  const { t, i18n } = useTranslation(["district-finder", "lawmakers"]);
  const number = new Intl.NumberFormat(i18n.language);
  const { zip, state } = finder;
  const href = (district: number) =>
    `${path}?${setProgress(whereQuery({ zip, state: null, district: formatDistrict({ state: state.state, district }) }), done)}`;
  const page: FinderPage = {
    ...finder,
    seats: finder.seats.map((seat) => ({
      ...seat,
      label: t("lawmakers:district", { number: number.format(seat.district) }),
      number: number.format(seat.district),
      href: href(seat.district),
    })),
    words: finderWords(t, finder),
  };
  return (
    <div className="district-finder" data-district-finder={JSON.stringify(page)}>
      <p data-finder="without">{t("without")}</p>
      <div data-finder="tools" hidden>
        <h3>{t("title")}</h3>
        <div className="district-finder__ways">
          <div>
            <button type="button" className="button button--quiet" data-finder="locate">
              {t("locate.button")}
            </button>
            <p className="muted" data-finder="promise">
              {t("locate.promise")}
            </p>
            <p className="muted" data-finder="insecure" hidden>
              {t("locate.impossible")}
            </p>
          </div>
          <div>
            <button
              type="button"
              className="button button--quiet"
              aria-expanded="false"
              aria-controls="district-map"
              data-finder="open-map"
            >
              {t("map.button")}
            </button>
            <p className="muted">{t("map.promise")}</p>
          </div>
        </div>
        <div id="district-map" data-finder="map" hidden>
          <p id="district-map-help">{t("map.help")}</p>
          <div
            className="district-map"
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the cross on the map.
            tabIndex={0}
            aria-label={t("map.label", { state: finder.state.name })}
            aria-describedby="district-map-help"
            data-finder="canvas"
          />
          <p className="district-finder__tools">
            <button type="button" className="button button--quiet button--small" data-finder="zoom-in">
              {t("map.zoomIn")}
            </button>
            <button type="button" className="button button--quiet button--small" data-finder="zoom-out">
              {t("map.zoomOut")}
            </button>
            <button type="button" className="button button--quiet button--small" data-finder="choose">
              {t("map.choose")}
            </button>
          </p>
          <p role="status" className="muted" data-finder="under-cross" />
        </div>
        <div role="status" className="district-finder__answer" data-finder="answer" />
      </div>
    </div>
  );
}
