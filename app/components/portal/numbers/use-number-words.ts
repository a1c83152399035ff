import { useTranslation } from "react-i18next";
import { stateName } from "~/domain/lawmakers/state-names";
import type { Period } from "~/domain/numbers/period";
import { type ColumnKey, funnelSteps } from "~/domain/numbers/tables";
import { countryName } from "~/domain/regions/country-names";
import { languageName } from "~/i18n/language-name";
import { textDirection } from "~/i18n/text-direction";

const channels = ["phone", "form", "letter", "cwc"] as const;

/** How numbers, moments and names are written on the pages of the numbers, in the reader's language. */
export function useNumberWords() {
  const { t, i18n } = useTranslation("portal-numbers");
  const locale = i18n.language;
  const plain = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const long = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const medium = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const short = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    timeZone: "UTC",
    day: "numeric",
    month: "short",
  });
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const withHour = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    timeZone: "UTC",
    ...hour,
    day: "numeric",
    month: "short",
  });
  const inFull = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    timeZone: "UTC",
    ...hour,
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const momentOf = (at: string) => new Date(at.length > 10 ? `${at}:00Z` : `${at}T00:00Z`);

  const district = (value: string) => {
    const [state = "", number = "0"] = value.split("-");
    const facts = { state: stateName(state), number: plain.format(Number(number)) };
    return number === "0" ? t("noDistrict", facts) : t("seat", facts);
  };
  const action = (value: string) => {
    const channel = channels.find((one) => one === value);
    return channel === undefined ? value : t(`actions.${channel}`);
  };
  const step = (value: string) => {
    const known = funnelSteps.find((one) => one === value);
    return known === undefined ? value : t(`steps.${known}`);
  };
  const period = ({ from, to }: Period) =>
    from === to ? long.format(momentOf(from)) : medium.formatRange(momentOf(from), momentOf(to));
  const country = (value: string) => (value === "ZZ" ? t("unsaid") : countryName(value, locale));
  const source = (value: string) => (value === "" ? t("withoutTag") : value);

  return {
    t,
    locale,
    dir: textDirection(locale),
    number: (count: number) => plain.format(count),
    share: (part: number | null) => (part === null ? "–" : share.format(part)),
    period,
    country,
    district,
    source,
    action,
    step,
    language: (value: string) => languageName(value, locale),
    /** A step of time in full: a day, a week, an hour. */
    when: ({ from, to }: Period) => (from.length > 10 ? `${inFull.format(momentOf(from))} UTC` : period({ from, to })),
    /** The same as short as can be, below a chart. */
    tick: ({ from }: Period) => (from.length > 10 ? withHour : short).format(momentOf(from)),
    hourOfDay: (value: number) => `${String(value).padStart(2, "0")}:00`,
    /** A cell of a table as people read it. */
    cell(column: ColumnKey, value: string | number | null): string {
      if (value === null) return "";
      switch (column) {
        case "from":
        case "to":
          return String(value).length > 10
            ? `${inFull.format(momentOf(String(value)))} UTC`
            : medium.format(momentOf(String(value)));
        case "hour":
          return `${String(value).padStart(2, "0")}:00`;
        case "country":
          return country(String(value));
        case "district":
          return district(String(value));
        case "locale":
          return languageName(String(value), locale);
        case "source":
          return source(String(value));
        case "action":
          return action(String(value));
        case "step":
          return step(String(value));
        case "rate":
        case "ofStepBefore":
          return typeof value === "number" ? share.format(value) : value;
        default:
          return typeof value === "number" ? plain.format(value) : value;
      }
    },
  };
}

export type NumberWords = ReturnType<typeof useNumberWords>;
