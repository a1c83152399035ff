import { createHash } from "node:crypto";
import type { z } from "zod";
import { consentPurposes, consentWordings } from "../schema/consents";
import { petitionFile } from "./petition-file";
import { readContentByLocale } from "./read-content";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

const VERSION = 1;

/** Stands in the wording as a number, because what people agreed to must not change when a setting does. */
const UNCONFIRMED_DAYS = "14";

/** What a file asks people to agree to, by purpose. */
export function wordingsOf(consent: z.output<typeof petitionFile>["consent"]) {
  const texts = {
    petition: `${consent.processing_notice} ${consent.sensitive_notice}`,
    newsletter: consent.newsletter_label,
    partner_sharing: consent.partner_label,
  };
  return consentPurposes.map((purpose) => ({
    purpose,
    text: texts[purpose].replaceAll("{{unconfirmed_days}}", UNCONFIRMED_DAYS),
  }));
}

/** Version 1 of the words people agree to, in every locale. */
export async function seedConsentWordings({ db, hostId }: SeedScope): Promise<void> {
  const rows = readContentByLocale("petition", petitionFile).flatMap(({ locale, content: { consent } }) => {
    return wordingsOf(consent).map(({ purpose, text }) => ({
      id: stableId("consent-wording", `${purpose}:${VERSION}:${locale}`),
      hostId,
      purpose,
      version: VERSION,
      locale,
      text,
      sha256: createHash("sha256").update(text).digest("hex"),
    }));
  });
  await db.insert(consentWordings).values(rows);
}
