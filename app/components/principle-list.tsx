import { useTranslation } from "react-i18next";
import { DraftNote } from "./draft-note";
import { useLanguageAttributes } from "./in-language";
import { useLocale } from "./use-locale";

export interface PrincipleText {
  slug: string;
  address: string;
  position: number;
  title: string;
  short: string;
  long: string;
  locale: string;
  dir: "ltr" | "rtl";
  status: string;
  isStale: boolean;
}

/** All ten, each with the way to its page. */
export function PrincipleList({ principles }: { principles: PrincipleText[] }) {
  const { t, i18n } = useTranslation("principles");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className="page">
      <div className="section__head">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </div>
      <DraftNote texts={principles} />
      <ol className="principles">
        {principles.map((principle) => (
          <li className="principle" key={principle.slug} {...language(principle)}>
            <span className="principle__number" aria-hidden="true">
              {number.format(principle.position)}
            </span>
            <h2 className="card__title">
              <a href={`/${locale}/principles/${principle.address}`}>{principle.title}</a>
            </h2>
            <p>{principle.short}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
