import { z } from "zod";
import { regulator } from "../schema/content/regulator";
import { text } from "./file-parts";
import { readContent } from "./read-content";

const countryCode = z.string().regex(/^[A-Z]{2}$/);
const regionCode = z.string().regex(/^\d{3}$/);
const actions = z.array(text).min(1);

const regulatorEntry = z
  .object({
    name: text.nullable(),
    abbreviation: text.nullable(),
    url: text.nullable(),
    complaint_url: text.nullable(),
    verified: z.boolean(),
    note: text.nullable(),
  })
  .transform(({ complaint_url, name, ...rest }) =>
    name === null ? null : { ...rest, name, complaintUrl: complaint_url },
  )
  .pipe(regulator.nullable());

const regionsFile = z.object({
  regions: z.array(z.object({ code: regionCode, slug: text, parent: regionCode.nullable() })),
  country_regions: z.record(countryCode, regionCode),
  country_aliases: z.record(countryCode, z.object({ country: countryCode, subdivision: text })),
  countries: z.array(
    z.object({ iso2: countryCode, groups: z.array(text), actions, law: text.nullable(), regulator: regulatorEntry }),
  ),
  routing_rules: z.array(
    z.object({
      id: text,
      priority: z.int(),
      match: z.strictObject({
        us_voter_abroad: z.literal(true).optional(),
        subdivision: z.array(text).optional(),
        country: z.array(countryCode).optional(),
        country_in: z.literal("countries").optional(),
        group: z.array(text).optional(),
        region_has_partner_campaign: z.literal(true).optional(),
      }),
      actions: z.union([actions, z.literal("countries[].actions")]),
    }),
  ),
  us_states_with_comprehensive_privacy_law: z.object({
    as_of: text,
    codes: z.array(z.string().regex(/^US-[A-Z]{2}$/)),
  }),
});

/** `regions.json`. */
export function readRegionsFile() {
  return readContent("regions.json", regionsFile);
}
