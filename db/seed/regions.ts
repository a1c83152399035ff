import { countries, regions } from "../schema/routing";
import { readRegionsFile } from "./regions-file";
import type { SeedScope } from "./seed-scope";

/** The M49 tree, and every country and territory with what is known for routing. */
export async function seedRegions({ db }: SeedScope): Promise<void> {
  const file = readRegionsFile();
  const listed = new Map(file.countries.map((country) => [country.iso2, country]));

  await db.insert(regions).values(file.regions.map(({ code, slug, parent }) => ({ code, slug, parentCode: parent })));
  await db.insert(countries).values(
    Object.entries(file.country_regions).map(([iso2, regionCode]) => {
      const country = listed.get(iso2);
      return {
        iso2,
        regionCode,
        groups: country?.groups ?? [],
        aliasSubdivision: file.country_aliases[iso2]?.subdivision ?? null,
        actions: country?.actions ?? null,
        lawName: country?.law ?? null,
        regulator: country?.regulator ?? null,
      };
    }),
  );
}
