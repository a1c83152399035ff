import { useTranslation } from "react-i18next";
import type { LocaleProgress } from "~/domain/content/list-content.server";
import { languageName } from "~/i18n/language-name";

interface Props {
  path: string;
  progress: readonly LocaleProgress[];
  kind: string | null;
  current: string | null;
}

/** How far each language is: in numbers, and as a bar. */
export function DeskProgress({ path, progress, kind, current }: Props) {
  const { t, i18n } = useTranslation("portal-texts");
  const href = (locale: string) => `${path}?${new URLSearchParams({ locale, ...(kind !== null && { kind }) })}`;
  return (
    <section aria-labelledby="progress-title">
      <h2 id="progress-title">{t("desk.progress")}</h2>
      <ul className="desk-progress">
        {progress.map((one) => {
          const published = t("desk.published", { published: one.published, total: one.total });
          return (
            <li key={one.locale} className="portal-card">
              <h3>
                <a href={href(one.locale)} aria-current={one.locale === current ? "true" : undefined}>
                  {languageName(one.locale, i18n.language)}
                </a>
              </h3>
              <progress max={Math.max(1, one.total)} value={one.published} aria-hidden="true" />
              <p>{published}</p>
              <p className="visually-muted">
                {[
                  one.missing > 0 && t("desk.missing", { number: one.missing }),
                  one.stale > 0 && t("desk.stale", { number: one.stale }),
                  one.inReview > 0 && t("desk.inReview", { count: one.inReview }),
                  one.unreviewed > 0 && t("desk.unreviewed", { count: one.unreviewed }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
