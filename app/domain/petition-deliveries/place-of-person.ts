import type { DeliveryFacts } from "./delivery-facts";

/** Where somebody signed, as far as it may be told. */
export interface ToldPlace {
  /** ISO 3166-1 alpha-2; empty where it is not told. */
  country: string;
  usState: string;
  /** `CA-11` */
  usDistrict: string;
}

/**
 * A place stands beside a name only where its number is told: a name beside a district that has "fewer than ten" would say more
 * of the others there than the number does.
 */
export function toldPlace(
  person: { country: string; usState: string | null; usDistrict: number | null },
  places: DeliveryFacts["places"],
): ToldPlace {
  const { usState, usDistrict } = person;
  const country = person.country !== "ZZ" && Object.hasOwn(places.countries, person.country) ? person.country : "";
  const state = usState !== null && Object.hasOwn(places.usStates, usState) ? usState : "";
  const district = usState !== null && usDistrict !== null ? `${usState}-${usDistrict}` : "";
  return { country, usState: state, usDistrict: Object.hasOwn(places.usDistricts, district) ? district : "" };
}
