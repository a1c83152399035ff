import { useTranslation } from "react-i18next";
import type { LawOfPlace } from "~/domain/principles/law-of-place.server";
import { LAWS_AS_OF } from "~/domain/principles/principle-laws";
import { DIRECTORY_AS_OF } from "~/domain/regions/law-directory";
import { STATE_LAWS_AS_OF } from "~/domain/regions/state-privacy-laws";
import { dayFormat } from "~/i18n/day-format";

/** How far what is said of a law can be relied on, and when each part of it was last true. */
export function LawNote({ law }: { law: LawOfPlace }) {
  const { t, i18n } = useTranslation("principles");
  const day = dayFormat(i18n.language, "UTC");
  const month = new Intl.DateTimeFormat(i18n.language, {
    ...{ year: "numeric", month: "long", calendar: "gregory", timeZone: "UTC" },
  });
  return (
    <p className="muted">
      {t("law.note")}
      {law.lawName && <> {t("law.directory", { date: day.format(new Date(DIRECTORY_AS_OF)) })}</>}
      {law.stateLaw && <> {t("law.states", { date: month.format(new Date(STATE_LAWS_AS_OF)) })}</>}
      {law.system && <> {t("law.asOf", { date: month.format(new Date(LAWS_AS_OF)) })}</>}
    </p>
  );
}
