import { useTranslation } from "react-i18next";

interface Props {
  figures: { today: number; yesterday: number; week: number; weekBefore: number; total: number };
  href: string;
}

/** Signatures of today and of this week, beside those before. */
export function HomeFigures({ figures, href }: Props) {
  const { t, i18n } = useTranslation("portal-trust");
  const number = new Intl.NumberFormat(i18n.language);
  const { today, yesterday, week, weekBefore, total } = figures;
  return (
    <section className="desk-part" aria-labelledby="figures-title">
      <h2 id="figures-title">{t("home.figures")}</h2>
      <dl className="home-figures">
        <div className="portal-card">
          <dt>{t("home.today")}</dt>
          <dd>{number.format(today)}</dd>
          <dd className="visually-muted">{t("home.yesterday", { number: number.format(yesterday) })}</dd>
        </div>
        <div className="portal-card">
          <dt>{t("home.week")}</dt>
          <dd>{number.format(week)}</dd>
          <dd className="visually-muted">{t("home.weekBefore", { number: number.format(weekBefore) })}</dd>
        </div>
        <div className="portal-card">
          <dt>{t("home.total")}</dt>
          <dd>{number.format(total)}</dd>
        </div>
      </dl>
      <p>
        <a href={href}>{t("home.allNumbers")}</a>
      </p>
    </section>
  );
}
