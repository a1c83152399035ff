import { useTranslation } from "react-i18next";
import { EndorsementEntry, type EndorsementShown } from "./endorsement-entry";
import { useLocale } from "./use-locale";

export type { EndorsementShown };

interface Props {
  slug: string;
  total: number;
  entries: EndorsementShown[];
}

/** Who stands under the petition in public, and the way to join them. */
export function EndorsementsSection({ slug, total, entries }: Props) {
  const { t } = useTranslation("endorse");
  const locale = useLocale();
  const path = `/${locale}/campaigns/${slug}`;
  return (
    <section className="endorsements" aria-labelledby="endorsements-title">
      <h2 id="endorsements-title">{t("section.title")}</h2>
      <p>{total === 0 ? t("section.none") : t("section.lead", { total })}</p>
      {entries.length > 0 && (
        <ul className="endorsements__list list-plain">
          {entries.map((entry) => (
            <li key={entry.id}>
              <EndorsementEntry {...entry} />
            </li>
          ))}
        </ul>
      )}
      <p className="endorsements__ways">
        {total > 0 && <a href={`${path}/endorsements`}>{t("section.all")}</a>}
        <a href={`${path}/endorse`}>{t("section.add")}</a>
      </p>
    </section>
  );
}
