import { SUPPRESSED_BELOW } from "~/domain/counting/publish-regions";
import { stateName } from "~/domain/lawmakers/state-names";
import type { DeliveryFacts, Recipient } from "~/domain/petition-deliveries/delivery-facts";
import { countryName } from "~/domain/regions/country-names";
import { type DeliveryWords, districtName, districtOf } from "./delivery-words";

/** A table of places, each list of which adds up to no more than what it is a part of. */
export interface PlaceTable {
  head: string;
  rows: { label: string; code: string; count: number }[];
}

/** The numbers of a version: for all, every list there is; for a member of Congress, those of their state. */
export function placeTables(
  { t, locale }: DeliveryWords,
  { places }: Pick<DeliveryFacts, "places">,
  recipient: Recipient | null,
): PlaceTable[] {
  const { countries, usStates, usDistricts, unlisted } = places;
  const rest = (label: string, count: number) => (count > 0 ? [{ label, code: "", count }] : []);
  const ofDistricts = (isMeant: (district: string) => boolean) =>
    Object.entries(usDistricts)
      .filter(([district]) => isMeant(district))
      // The database gives the keys back in an order of its own.
      .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
      .map(([district, count]) => ({ label: districtName(district), code: district, count }));
  if (recipient !== null) {
    const state = usStates[recipient.state];
    const rows = [
      ...ofDistricts((district) => district.startsWith(`${recipient.state}-`)),
      ...rest(t("places.elsewhere"), state?.elsewhere ?? 0),
    ];
    return rows.length === 0 ? [] : [{ head: t("places.district"), rows }];
  }
  const toldInStates = Object.values(usStates).reduce((sum, { count }) => sum + count, 0);
  const inUnitedStates = Object.values(usDistricts).reduce((sum, count) => sum + count, 0) + unlisted.usDistricts;
  const tables: PlaceTable[] = [
    {
      head: t("places.country"),
      rows: [
        ...Object.entries(countries)
          .filter(([code]) => code !== "ZZ")
          .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
          .map(([code, count]) => ({ label: countryName(code, locale), code, count })),
        ...rest(t("places.unsaid"), countries.ZZ ?? 0),
        ...rest(t("places.otherCountries"), unlisted.countries),
      ],
    },
    {
      head: t("places.state"),
      rows: [
        ...Object.entries(usStates)
          .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
          .map(([state, { count }]) => ({ label: stateName(state), code: `US-${state}`, count })),
        ...rest(t("places.otherStates"), inUnitedStates - toldInStates),
      ],
    },
    { head: t("places.district"), rows: ofDistricts(() => true) },
  ];
  return tables.filter(({ rows }) => rows.some(({ code }) => code !== ""));
}

/** The number of a member's state or district, in words; with it, the label. */
export function ownNumber(
  { t, locale }: DeliveryWords,
  { places }: Pick<DeliveryFacts, "places">,
  recipient: Recipient,
) {
  const district = districtOf(recipient);
  const count = district === null ? places.usStates[recipient.state]?.count : places.usDistricts[district];
  return {
    label: district === null ? t("numbers.inState", { state: stateName(recipient.state) }) : t("numbers.inDistrict"),
    value:
      count === undefined
        ? t("numbers.fewer", { least: SUPPRESSED_BELOW })
        : new Intl.NumberFormat(locale).format(count),
  };
}
