import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";

export interface EndorsementShown {
  id: string;
  kind: "organization" | "researcher" | "technologist";
  name: string;
  affiliation: string;
  role: string;
  country: string;
  sentence: string;
  website: string;
  /** The language of the form that it was written in, which may not be that of its words. */
  locale: string;
}

/** Who stands under a campaign, in their own words. */
export function EndorsementEntry(entry: EndorsementShown) {
  const { name, affiliation, role, country, sentence, website, kind } = entry;
  const { t, i18n } = useTranslation("endorse");
  return (
    <article className="endorsement">
      <h3 className="endorsement__name">
        <bdi>{name}</bdi>
      </h3>
      {(role !== "" || affiliation !== "") && (
        <p className="endorsement__place">
          {role !== "" && <bdi>{role}</bdi>}
          {role !== "" && affiliation !== "" && " · "}
          {affiliation !== "" && <bdi>{affiliation}</bdi>}
        </p>
      )}
      {sentence !== "" && (
        <blockquote dir="auto" className="endorsement__sentence">
          <p>{sentence}</p>
        </blockquote>
      )}
      <p className="card__meta">
        {t(`kinds.${kind}`)} · {countryName(country, i18n.language)}
        {website !== "" && (
          <>
            {" · "}
            <a href={website} rel="nofollow ugc noopener noreferrer" dir="ltr">
              {new URL(website).hostname.replace(/^www\./, "")}
            </a>
          </>
        )}
      </p>
    </article>
  );
}
