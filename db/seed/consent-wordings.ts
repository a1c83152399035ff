import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
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
    public_name: consent.public_name_label,
    public_comment: consent.public_comment_label,
    endorsement: consent.endorsement_label,
  };
  return consentPurposes.map((purpose) => ({
    purpose,
    text: texts[purpose].replaceAll("{{unconfirmed_days}}", UNCONFIRMED_DAYS),
  }));
}

/** Gives an installation the words for what people could not be asked before this version of the product. */
export async function seedMissingWordings(scope: Pick<SeedScope, "db" | "hostId">): Promise<void> {
  const known = await scope.db
    .selectDistinct({ purpose: consentWordings.purpose })
    .from(consentWordings)
    .where(eq(consentWordings.hostId, scope.hostId));
  const missing = consentPurposes.filter((purpose) => !known.some((one) => one.purpose === purpose));
  if (missing.length > 0) await seedConsentWordings(scope, missing);
}

/** Version 1 of the words people agree to, in every locale. */
export async function seedConsentWordings(
  { db, hostId }: Pick<SeedScope, "db" | "hostId">,
  purposes: readonly (typeof consentPurposes)[number][] = consentPurposes,
): Promise<void> {
  const rows = readContentByLocale("petition", petitionFile).flatMap(({ locale, content: { consent } }) => {
    const wanted = wordingsOf(consent).filter(({ purpose }) => purposes.includes(purpose));
    return wanted.map(({ purpose, text }) => ({
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
