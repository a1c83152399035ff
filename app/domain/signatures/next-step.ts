import { usesZipCodes } from "./zip-countries";

/** Where a signer is led after confirming. */
export type NextStep =
  | { to: "lawmakers"; zip: string }
  | { to: "lawmakers"; district: string }
  | { to: "lawmakers" }
  | { to: "takeAction"; country: string };

/** The lawmaker flow for those who have a seat in Congress, with what they already told us; partners' actions elsewhere. */
export function nextStep(signer: {
  country: string;
  postalCode: string | null;
  usState: string | null;
  usDistrict: number | null;
}): NextStep {
  if (!usesZipCodes(signer.country)) return { to: "takeAction", country: signer.country };
  if (signer.postalCode !== null) return { to: "lawmakers", zip: signer.postalCode.slice(0, 5) };
  if (signer.usState !== null && signer.usDistrict !== null) {
    return { to: "lawmakers", district: `${signer.usState}-${signer.usDistrict}` };
  }
  return { to: "lawmakers" };
}
