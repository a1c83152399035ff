import type { CongressFacts } from "~db/congress/facts";
import { censusCrosswalkName } from "~db/congress/read-census-crosswalk";
import { stateOfFips } from "~db/congress/state-codes";

const fips = new Map(
  Array.from({ length: 80 }, (_, number) => String(number).padStart(2, "0")).map((code) => [stateOfFips(code), code]),
);
const territories = ["DC", "AS", "GU", "MP", "PR", "VI"];

/** The Census Bureau's relationship file of the ZIP code areas in these facts, with what it has besides. */
export function censusCrosswalk(facts: CongressFacts): Record<string, string> {
  const { congress } = facts;
  const head = [
    ...["OID", "GEOID", "NAMELSAD", "AREALAND", "AREAWATER", "MTFCC", "FUNCSTAT"].map(
      (name) => `${name}_CD${congress}_20`,
    ),
    ...["OID", "GEOID", "NAMELSAD", "AREALAND", "AREAWATER", "MTFCC", "CLASSFP", "FUNCSTAT"].map(
      (name) => `${name}_ZCTA5_20`,
    ),
    "AREALAND_PART",
    "AREAWATER_PART",
  ];
  const line = (geoid: string, zip: string, land: number, water: number) =>
    [
      "1",
      geoid,
      "District",
      "9",
      "9",
      "G5200",
      "N",
      "2",
      zip,
      zip && `ZCTA5 ${zip}`,
      "9",
      "9",
      "G6350",
      "B5",
      "S",
      land,
      water,
    ].join("|");
  const rows = facts.zipShares.flatMap(({ zip, state, district, weight, kind }) => {
    if (kind !== "zcta" || state === "GU") return [];
    const number = territories.includes(state) ? 98 : district;
    return [line(`${fips.get(state)}${String(number).padStart(2, "0")}`, zip, Math.round(weight * 10_000_000), 5)];
  });
  return {
    [censusCrosswalkName(congress)]: `\uFEFF${[
      head.join("|"),
      line("0601", "", 77, 0),
      line("26ZZ", "49999", 0, 12),
      ...rows,
    ].join("\r\n")}\r\n`,
  };
}
