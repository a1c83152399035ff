import type { consentPurposes } from "~db/schema/consents";
import type { ConsentChoices } from "./consent-choices";

/** The wordings that a form shows, as far as there are any. */
export type ShownWordings = readonly { purpose: (typeof consentPurposes)[number]; id: string }[];

export type WordingIds = ConsentChoices["wordingIds"];

const ID_BYTES = 16;

/** What the sign form asks; the other purposes are asked elsewhere. */
const formPurposes = [
  "petition",
  "newsletter",
  "partner_sharing",
] as const satisfies readonly (typeof consentPurposes)[number][];

/** The ids of the wordings of all purposes in few letters; empty where a purpose has none. */
export function packWordings(wordings: ShownWordings): string {
  const ids = formPurposes.map((purpose) => wordings.find((one) => one.purpose === purpose)?.id);
  if (ids.includes(undefined)) return "";
  return Buffer.from(ids.join("").replaceAll("-", ""), "hex").toString("base64url");
}

/** @returns null for what {@link packWordings} did not make of all purposes there are */
export function unpackWordings(packed: string): WordingIds | null {
  const bytes = Buffer.from(packed, "base64url");
  if (bytes.length !== formPurposes.length * ID_BYTES) return null;
  const idOf = (purpose: (typeof formPurposes)[number]) => {
    const start = formPurposes.indexOf(purpose) * ID_BYTES;
    const hex = bytes.toString("hex", start, start + ID_BYTES);
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
  return { petition: idOf("petition"), newsletter: idOf("newsletter"), partner_sharing: idOf("partner_sharing") };
}
