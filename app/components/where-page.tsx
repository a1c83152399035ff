import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import type { SignaturesByCountry } from "~/domain/where/signatures-by-country";
import type { WorldShapes } from "~db/map/world-shapes";
import { useLanguageAttributes } from "./in-language";
import { useLocale } from "./use-locale";
import { WorldMap } from "./world-map";

interface Props {
  campaign: { slug: string; title: string; locale: string; dir: "ltr" | "rtl" };
  signatures: SignaturesByCountry;
  world: WorldShapes;
  asOf: Date | null;
}

/** Where the signatures of a petition come from: the map, and the same as a table. */
export function WherePage({ campaign, signatures, world, asOf }: Props) {
  const { t, i18n } = useTranslation("where");
  const { t: sign } = useTranslation("sign");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const number = new Intl.NumberFormat(i18n.language);
  const { countries, unsaid, merged, mergedBelow } = signatures;
  const isEmpty = countries.length === 0 && merged === 0 && unsaid === null;
  const moment = new Intl.DateTimeFormat(i18n.language, {
    ...{ dateStyle: "long", timeStyle: "short", calendar: "gregory", timeZone: "UTC" },
  });
  return (
    <div className="page">
      <div className="section__head">
        <p className="card__meta" {...language(campaign)}>
          {campaign.title}
        </p>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </div>
      <WorldMap
        world={world}
        signatures={signatures}
        label={t("mapLabel")}
        uncoloured={t("table.fewer", { count: mergedBelow })}
      />
      {isEmpty ? (
        <p>{t("empty")}</p>
      ) : (
        <div className="table-scroll">
          <table className="figures">
            <caption>
              {t("table.caption")}
              {asOf && <span className="muted"> {t("asOf", { date: `${moment.format(asOf)} UTC` })}</span>}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t("table.country")}</th>
                <th scope="col">{t("table.signatures")}</th>
              </tr>
            </thead>
            <tbody>
              {countries.map(({ code, count }) => (
                <tr key={code}>
                  <th scope="row">{countryName(code, i18n.language)}</th>
                  <td>{number.format(count)}</td>
                </tr>
              ))}
              {unsaid !== null && (
                <tr>
                  <th scope="row">{sign("country.preferNotToSay")}</th>
                  <td>{number.format(unsaid)}</td>
                </tr>
              )}
              {merged > 0 && (
                <tr>
                  <th scope="row">{t("table.few", { count: mergedBelow })}</th>
                  <td>{merged < mergedBelow ? t("table.fewer", { count: mergedBelow }) : number.format(merged)}</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <a className="button" href={`/${locale}/campaigns/${campaign.slug}#sign`}>
          {t("sign")}
        </a>
      </p>
    </div>
  );
}
