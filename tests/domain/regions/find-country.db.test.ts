import { expect, test } from "vitest";
import { countryCodes } from "~/domain/regions/country-codes";
import { findCountry } from "~/domain/regions/find-country.server";
import { countries } from "~db/schema/routing";
import { withContext } from "../../support/database";

test(
  "the countries that can be chosen are those that routing knows",
  withContext(async ({ db }) => {
    const rows = await db.select({ code: countries.iso2 }).from(countries);
    expect(rows.map(({ code }) => code).sort()).toEqual(countryCodes);
  }),
);

test(
  "a country is found with its region and its authority",
  withContext(async (ctx) => {
    expect(await findCountry(ctx, "KE")).toMatchObject({
      regionCode: "014",
      lawName: "Data Protection Act, 2019",
      regulator: { abbreviation: "ODPC", verified: true },
    });
    expect(await findCountry(ctx, "PR")).toMatchObject({
      regionCode: "029",
      aliasSubdivision: "US-PR",
      regulator: null,
    });
    expect(await findCountry(ctx, "ZZ")).toBeNull();
  }),
);
