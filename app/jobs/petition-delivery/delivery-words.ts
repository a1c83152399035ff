import type { TFunction } from "i18next";
import { formatDistrict } from "~/domain/lawmakers/district";
import { stateName } from "~/domain/lawmakers/state-names";
import type { Recipient } from "~/domain/petition-deliveries/delivery-facts";
import type { DeliveryInMaking } from "~/domain/petition-deliveries/make-delivery.server";
import type { ToldPlace } from "~/domain/petition-deliveries/place-of-person";
import { countryName } from "~/domain/regions/country-names";
import { isLocale } from "~/i18n/locales";
import type { JobContext } from "../job-context";
import { mailLocale } from "../mail-words";

export type DeliveredWords = TFunction<"delivered">;

/** The words of a delivery's documents, and how its language writes things. */
export interface DeliveryWords {
  t: DeliveredWords;
  locale: string;
  moment(at: Date): string;
  place(place: ToldPlace): string;
  seat(recipient: Recipient): string;
}

export function deliveryWords(ctx: JobContext, delivery: Pick<DeliveryInMaking, "locale">): DeliveryWords {
  const locale = mailLocale(isLocale(delivery.locale) ? delivery.locale : "en");
  const t = ctx.translator(locale).getFixedT(locale, "delivered");
  return {
    t,
    locale,
    moment: (at) =>
      new Intl.DateTimeFormat(locale, {
        year: "numeric",
        month: "long",
        day: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: "UTC",
        timeZoneName: "short",
        calendar: "gregory",
      }).format(at),
    place: ({ country, usState, usDistrict }) =>
      [
        usDistrict === "" ? stateOf(usState) : districtName(usDistrict),
        country === "" ? "" : countryName(country, locale),
      ]
        .filter((part) => part !== "")
        .join(", "),
    seat: ({ chamber, state, district }) => {
      if (chamber === "senate") return t("seats.senate", { state: stateName(state) });
      if (district === 0 || district === null) return t("seats.atLarge", { state: stateName(state) });
      return t("seats.house", { state: stateName(state), district });
    },
  };
}

const stateOf = (state: string) => (state === "" ? "" : stateName(state));

/** `California 11`; a state with one seat by its name alone. */
export function districtName(district: string): string {
  const [state = "", number = ""] = district.split("-");
  return number === "0" ? stateName(state) : `${stateName(state)} ${number}`;
}

/** The district of a member of the House, as the figures name it; null for a senator. */
export function districtOf({ state, district }: Recipient): string | null {
  return district === null ? null : formatDistrict({ state, district });
}
