import { useTranslation } from "react-i18next";
import type { EndorsementSearch } from "~/domain/endorsements/list-public-endorsements.server";
import { EndorsementEntry, type EndorsementShown } from "./endorsement-entry";
import { useLanguageAttributes } from "./in-language";
import { Pager } from "./pager";
import { useLocale } from "./use-locale";

interface Props {
  campaign: { slug: string; petitionContent: { title: string; locale: string; dir: "ltr" | "rtl" } };
  search: EndorsementSearch;
  total: number;
  page: number;
  pages: number;
  entries: EndorsementShown[];
  /** In which somebody stands under the campaign. */
  countries: { code: string; name: string }[];
}

const kinds = ["organization", "researcher", "technologist"] as const;

/** All who stand under a campaign in public, with a search and filters that work without script. */
export function EndorsementsPage({ campaign, search, total, page, pages, entries, countries }: Props) {
  const { t } = useTranslation("endorse");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const path = `/${locale}/campaigns/${campaign.slug}`;
  const href = (to: number) => {
    const query = new URLSearchParams();
    if (search.query !== "") query.set("q", search.query);
    if (search.kind !== "") query.set("kind", search.kind);
    if (search.country !== "") query.set("country", search.country);
    query.set("page", String(to));
    return `${path}/endorsements?${query}`;
  };
  return (
    <div className="page page--medium">
      <h1>{t("list.title")}</h1>
      <p className="lead">
        <a href={path} {...language(campaign.petitionContent)}>
          {campaign.petitionContent.title}
        </a>
      </p>
      <search>
        <form className="inline-form" action={`${path}/endorsements`} method="get">
          <div className="field">
            <label htmlFor="q">{t("list.search")}</label>
            <input id="q" name="q" type="search" defaultValue={search.query} maxLength={100} dir="auto" />
          </div>
          <div className="field">
            <label htmlFor="kind">{t("list.kind")}</label>
            <select id="kind" name="kind" defaultValue={search.kind}>
              <option value="">{t("list.allKinds")}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="country">{t("list.country")}</label>
            <select id="country" name="country" defaultValue={search.country}>
              <option value="">{t("list.allCountries")}</option>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <button className="button" type="submit">
            {t("list.button")}
          </button>
        </form>
      </search>
      <p className="muted" role="status">
        {t("list.found", { total })}
      </p>
      {total === 0 && <p>{t("list.none")}</p>}
      <ul className="endorsements__list list-plain">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EndorsementEntry {...entry} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={href} />
      <p className="endorsements__ways">
        <a className="button" href={`${path}/endorse`}>
          {t("section.add")}
        </a>
      </p>
      <p className="muted">
        {t("list.own")} <a href={`${path}/endorsements/remove`}>{t("list.ownLink")}</a>
      </p>
    </div>
  );
}
