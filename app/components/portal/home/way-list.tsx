import { useTranslation } from "react-i18next";
import type { WayKey } from "~/domain/home/next-steps.server";

export interface LinkedWayStep {
  key: WayKey;
  isDone: boolean;
  href: string;
}

/** The way from an invitation to a campaign that people sign, with what is done of it. */
export function WayList({ way }: { way: LinkedWayStep[] }) {
  const { t } = useTranslation("portal-trust");
  const next = way.find(({ isDone }) => !isDone);
  return (
    <section className="portal-card" aria-labelledby="way-title">
      <h2 id="way-title">{t("way.title")}</h2>
      <p>{t("way.lead")}</p>
      <ol className="way-list">
        {way.map(({ key, isDone, href }) => (
          <li key={key} className={isDone ? "way-list__done" : undefined}>
            <p>
              <a href={href} aria-current={key === next?.key ? "step" : undefined}>
                {t(`way.steps.${key}`)}
              </a>{" "}
              <span className="state-tag">{isDone ? t("way.done") : t(`way.times.${key}`)}</span>
            </p>
            {!isDone && <p className="visually-muted">{t(`way.whys.${key}`)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
