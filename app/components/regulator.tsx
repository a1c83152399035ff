import { useTranslation } from "react-i18next";
import { DIRECTORY_AS_OF } from "~/domain/regions/law-directory";
import type { RoutedAction } from "~/domain/routing/routed-action";
import { dayFormat } from "~/i18n/day-format";
import { LawName } from "./law-name";

/** The verified authority of a country, and how to complain to it. */
export function Regulator({ regulator }: { regulator: Extract<RoutedAction, { kind: "regulator_complaint" }> }) {
  const { t, i18n } = useTranslation("take-action");
  const day = dayFormat(i18n.language, "UTC");
  const { name, abbreviation, url, complaintUrl, lawName, note } = regulator;
  return (
    <section className="action" aria-labelledby="regulator-title">
      <h2 id="regulator-title">{t("regulator.title")}</h2>
      <p>{t("regulator.body")}</p>
      <p className="action__name">
        <bdi>{abbreviation ? `${name} (${abbreviation})` : name}</bdi>
      </p>
      {lawName && (
        <p className="muted">
          {t("regulator.law")} <LawName name={lawName} />
        </p>
      )}
      {note && (
        <p className="muted" lang="en" dir="ltr">
          {note}
        </p>
      )}
      <p className="muted">{t("regulator.asOf", { date: day.format(new Date(DIRECTORY_AS_OF)) })}</p>
      <p>
        <a className="button button--quiet" href={complaintUrl ?? url} rel="noreferrer">
          {complaintUrl ? t("regulator.complain") : t("regulator.visit")}
        </a>
      </p>
    </section>
  );
}
