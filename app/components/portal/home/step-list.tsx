import { useTranslation } from "react-i18next";
import type { StepKey } from "~/domain/home/next-steps.server";

export interface LinkedStep {
  key: StepKey;
  count: number;
  href: string;
}

/** What waits for somebody, the most urgent first. */
export function StepList({ steps }: { steps: LinkedStep[] }) {
  const { t } = useTranslation("portal-trust");
  return (
    <section className="desk-part" aria-labelledby="steps-title">
      <h2 id="steps-title">{t("home.next")}</h2>
      <ul className="next-steps-list">
        {steps.map(({ key, count, href }) => (
          <li key={key}>
            <a className="portal-card portal-card--link" href={href}>
              <strong>{t(`steps.${key}`, { count })}</strong>
              <span>{t(`stepWhys.${key}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
