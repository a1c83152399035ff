import { useTranslation } from "react-i18next";
import { z } from "zod";
import { countryName } from "~/domain/regions/country-names";

const part = z.object({ key: z.string(), count: z.number() });

/** What the dry run found, as the page's action gave it. */
export const surveyed = z.object({
  intent: z.literal("surveyed"),
  criteria: z.object({
    signatureId: z.string().optional(),
    networkHash: z.string().optional(),
    country: z.string().optional(),
    signal: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    domainHash: z.string().optional(),
    heldOnly: z.boolean().optional(),
  }),
  survey: z.object({
    confirmed: z.number(),
    pending: z.number(),
    withdrawn: z.number(),
    struck: z.number(),
    days: z.array(part),
    networks: z.array(part),
    networkCount: z.number(),
    countries: z.array(part),
  }),
  key: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
  values: z.record(z.string(), z.string()),
});

export type Surveyed = z.output<typeof surveyed>;

/** How many a strike would meet, and of what days, networks and countries they are. */
export function StrikeSurvey({ survey }: Pick<Surveyed, "survey">) {
  const { t, i18n } = useTranslation("portal-trust");
  const { confirmed, pending, withdrawn, struck } = survey;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeZone: "UTC", calendar: "gregory" });
  return (
    <>
      <p className="survey-sum">
        <strong>{t("strikes.wouldStrike", { count: confirmed + pending })}</strong>{" "}
        {t("strikes.ofThese", { confirmed, pending })}
      </p>
      {withdrawn + struck > 0 && <p className="visually-muted">{t("strikes.leftAlone", { withdrawn, struck })}</p>}
      {confirmed + pending > 0 && (
        <div className="survey-tables">
          <PartTable
            title={t("strikes.days")}
            rows={survey.days.map(({ key, count }) => ({ key, count, words: day.format(new Date(key)) }))}
          />
          <PartTable
            title={t("strikes.networks", { count: survey.networkCount })}
            rows={survey.networks.map(({ key, count }) => ({
              key,
              count,
              words: key === "none" ? t("strikes.noNetwork") : <code className="hash">{key}</code>,
            }))}
          />
          <PartTable
            title={t("strikes.countries")}
            rows={survey.countries.map(({ key, count }) => ({
              key,
              count,
              words: key === "ZZ" ? t("criteria.countryUnsaid") : countryName(key, i18n.language),
            }))}
          />
        </div>
      )}
    </>
  );
}

interface TableProps {
  title: string;
  rows: { key: string; words: React.ReactNode; count: number }[];
}

function PartTable({ title, rows }: TableProps) {
  const { t, i18n } = useTranslation("portal-trust");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="portal-table-box" tabIndex={0} aria-label={title}>
      <table className="portal-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("strikes.which")}</th>
            <th scope="col" className="number">
              {t("strikes.number")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, words, count }) => (
            <tr key={key}>
              <td>{words}</td>
              <td className="number">{number.format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
