import { z } from "zod";
import type { AddressAnswer } from "~/domain/lawmakers/address-form";
import { parseZip } from "~/domain/lawmakers/zip";

/** An entry of a layer. Which of the fields are there differs with the vintage. */
const entry = z.object({
  STATE: z.string().regex(/^\d{2}$/),
  /** State and district, two characters each. */
  GEOID: z.string().regex(/^\d{2}[0-9A-Z]{2}$/),
  CDSESSN: z.string().regex(/^\d+$/).optional(),
});
const answer = z.object({
  result: z.object({
    addressMatches: z.array(
      z.object({
        addressComponents: z.object({ zip: z.string().optional() }).optional(),
        geographies: z.record(z.string(), z.array(z.unknown())),
      }),
    ),
  }),
});

const layerName = /^(\d+)(?:st|nd|rd|th) Congressional Districts$/;

/** Federal codes of the states (FIPS 5-2) that elect to the House. */
const stateCodes = new Map(
  (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA " +
    "26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX " +
    "49UT 50VT 51VA 53WA 54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI"
  )
    .split(" ")
    .map((code) => [code.slice(0, 2), code.slice(2)]),
);

/**
 * Reads the answer of the Census Geocoder's `geographies/onelineaddress`. A layer of another Congress is never used:
 * the service gives the layers that its vintage has, whatever was asked for.
 */
export function readGeocoderAnswer(value: unknown, congress: number): AddressAnswer {
  const read = answer.safeParse(value);
  if (!read.success) return { result: "away" };
  const matches = read.data.result.addressMatches;
  if (matches.length === 0) return { result: "noMatch" };

  const found: Extract<AddressAnswer, { result: "found" }>[] = [];
  for (const { geographies, addressComponents } of matches) {
    const layers = Object.entries(geographies).filter(([name]) => layerName.test(name));
    const layer = layers.find(([name]) => Number(layerName.exec(name)?.[1]) === congress);
    if (layer === undefined) return { result: layers.length > 0 ? "otherCongress" : "away" };
    for (const one of layer[1]) {
      const district = entry.safeParse(one);
      if (!district.success) return { result: "away" };
      const { STATE, GEOID, CDSESSN } = district.data;
      if (CDSESSN !== undefined && Number(CDSESSN) !== congress) return { result: "otherCongress" };
      const state = stateCodes.get(STATE);
      const number = numberOf(GEOID, STATE);
      if (state === undefined || number === null) return { result: "away" };
      found.push({ result: "found", state, district: number, zip: parseZip(addressComponents?.zip ?? "") });
    }
  }
  const [first] = found;
  if (first === undefined) return { result: "noMatch" };
  const isOne = found.every(({ state, district }) => state === first.state && district === first.district);
  return isOne ? first : { result: "severalMatches" };
}

/** `00` is at large, `98` a delegate; `ZZ` is water, and nobody lives there. */
function numberOf(geoid: string, state: string): number | null {
  const code = geoid.slice(2);
  if (geoid.slice(0, 2) !== state || !/^\d{2}$/.test(code)) return null;
  return code === "98" ? 0 : Number(code);
}
