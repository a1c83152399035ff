import { and, eq, or } from "drizzle-orm";
import { isStaleTranslation } from "~/domain/content/staleness";
import type { Context } from "~/domain/context";
import { contentItems, contentRevisions } from "~db/schema/content-items";

export interface SupersededWordings {
  /** The languages that wordings are translated from. */
  sourceLocales: string[];
  sourceLocaleOf(purpose: string): string | undefined;
  /** Whether the words of a purpose in a language were translated from others than are in force now. */
  has(wording: { purpose: string; locale: string }): boolean;
}

/** Which wordings nobody should be asked to agree to any more, because their source was changed since. */
export async function findSupersededWordings({ db }: Pick<Context, "db">): Promise<SupersededWordings> {
  const { itemId, locale, number, sourceNumber, state, sha256 } = contentRevisions;
  const rows = await db
    .select({
      ...{ purpose: contentItems.key, sourceLocale: contentItems.sourceLocale },
      ...{ locale, number, sourceNumber, state, sha256 },
    })
    .from(contentItems)
    .innerJoin(contentRevisions, eq(itemId, contentItems.id))
    .where(
      and(eq(contentItems.kind, "consent_wording"), or(eq(state, "published"), eq(locale, contentItems.sourceLocale))),
    );
  const published = rows.filter((row) => row.state === "published");
  const isStale = published.filter((row) => {
    const sources = rows.filter((one) => one.purpose === row.purpose && one.locale === row.sourceLocale);
    return isStaleTranslation(row.sourceNumber, {
      published: sources.find((one) => one.state === "published")?.number ?? null,
      hashes: new Map(sources.map((one) => [one.number, one.sha256])),
    });
  });
  return {
    sourceLocales: [...new Set(rows.map((row) => row.sourceLocale))],
    sourceLocaleOf: (purpose) => rows.find((row) => row.purpose === purpose)?.sourceLocale,
    has: (wording) => isStale.some((row) => row.purpose === wording.purpose && row.locale === wording.locale),
  };
}
