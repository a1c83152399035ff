import { and, desc, eq, inArray } from "drizzle-orm";
import { type consentPurposes, consentWordings } from "~db/schema/consents";
import type { Context } from "../context";

export interface WordingVersion {
  id: string;
  purpose: (typeof consentPurposes)[number];
  locale: string;
  version: number;
  text: string;
}

/** Every published version of the consents' wordings in some languages, the newest of each first. */
export async function listWordingVersions(
  { db }: Pick<Context, "db">,
  hostId: string,
  locales: readonly string[],
): Promise<WordingVersion[]> {
  const { id, purpose, locale, version, text } = consentWordings;
  return db
    .select({ id, purpose, locale, version, text })
    .from(consentWordings)
    .where(and(eq(consentWordings.hostId, hostId), inArray(consentWordings.locale, [...locales])))
    .orderBy(purpose, locale, desc(version));
}
