import { useTranslation } from "react-i18next";

/** Says a moment in the page's language, as clocks in a time zone show it, with the zone. */
export function useMomentWords(timeZone: string): (moment: Date) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
    calendar: "gregory",
  });
  return (moment) => format.format(moment);
}
