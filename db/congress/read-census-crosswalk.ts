import { z } from "zod";
import type { ZipShare } from "./facts";
import { FactsError } from "./facts-error";
import { parseCsv } from "./parse-text";
import { stateOfFips } from "./state-codes";

/** Smaller shares are lost when a weight is kept to four places. */
const LEAST_WEIGHT = 0.0001;
const area = z.string().regex(/^\d{1,15}$/, "is not an area in square metres");

/** The name under which the Census Bureau publishes which ZIP code areas lie in which districts of a Congress. */
export function censusCrosswalkName(congress: number): string {
  return `tab20_cd${congress}20_zcta520_natl.txt`;
}

/**
 * Reads the relationship file of districts and ZIP code areas ("2020 Census Relationship Files", record layout of
 * congressional districts): a part of each is one line, with its area on land in `AREALAND_PART`. Parts on water
 * count only where a ZIP code has no land.
 * @throws {FactsError}
 */
export function readCensusCrosswalk(name: string, text: string, congress: number): ZipShare[] {
  const districtColumn = `GEOID_CD${congress}_20`;
  const row = z.object({
    [districtColumn]: z.string().regex(/^\d{2}(\d{2}|ZZ)$/, "is not a district"),
    GEOID_ZCTA5_20: z.string().regex(/^(\d{5})?$/, "is not a ZIP code area"),
    AREALAND_PART: area,
    AREAWATER_PART: area,
  });
  const parts = new Map<string, { state: string; district: number; land: number; water: number }[]>();
  for (const record of parseCsv(name, text, row, "|")) {
    const geoid = record[districtColumn] ?? "";
    const zip = record.GEOID_ZCTA5_20;
    // ZZ: water that no district has. Without a ZIP code area: a part where no mail is delivered.
    if (geoid.endsWith("ZZ") || zip === undefined || zip === "") continue;
    const state = stateOfFips(geoid.slice(0, 2));
    if (state === null) throw new FactsError(`${name}: ${geoid} lies in no known state.`);
    const district = geoid.endsWith("98") ? 0 : Number(geoid.slice(2));
    const part = { state, district, land: Number(record.AREALAND_PART), water: Number(record.AREAWATER_PART) };
    parts.set(zip, [...(parts.get(zip) ?? []), part]);
  }
  return [...parts].flatMap(([zip, of]) => {
    const land = of.reduce((sum, part) => sum + part.land, 0);
    const all = land > 0 ? land : of.reduce((sum, part) => sum + part.water, 0);
    return of.flatMap((part) => {
      const weight = all === 0 ? 1 / of.length : (land > 0 ? part.land : part.water) / all;
      if (weight < LEAST_WEIGHT) return [];
      return [{ zip, state: part.state, district: part.district, weight, kind: "zcta" as const }];
    });
  });
}
