import { createHash } from "node:crypto";
import { consentWordings } from "../schema/consents";
import { petitionFile } from "./petition-file";
import { readContentByLocale } from "./read-content";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

const VERSION = 1;

/** Stands in the wording as a number, because what people agreed to must not change when a setting does. */
const UNCONFIRMED_DAYS = "14";

/** Version 1 of the words people agree to, in every locale. */
export async function seedConsentWordings({ db, hostId }: SeedScope): Promise<void> {
  const rows = readContentByLocale("petition", petitionFile).flatMap(({ locale, content: { consent } }) => {
    const texts = {
      petition: `${consent.processing_notice} ${consent.sensitive_notice}`,
      newsletter: consent.newsletter_label,
      partner_sharing: consent.partner_label,
    };
    return (["petition", "newsletter", "partner_sharing"] as const).map((purpose) => {
      const text = texts[purpose].replaceAll("{{unconfirmed_days}}", UNCONFIRMED_DAYS);
      return {
        id: stableId("consent-wording", `${purpose}:${VERSION}:${locale}`),
        hostId,
        purpose,
        version: VERSION,
        locale,
        text,
        sha256: createHash("sha256").update(text).digest("hex"),
      };
    });
  });
  await db.insert(consentWordings).values(rows);
}
