import { and, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../rows";
import { searchDocuments } from "../schema/search";
import { indexContent } from "../search/index-content";
import { WORDS_VERSION } from "../search/search-words";
import type { SeedScope } from "./seed-scope";

const kinds = searchDocuments.kind.enumValues;

/** Where each kind's translations stand: their key and their language. */
const shown: Record<(typeof kinds)[number], SQL> = {
  campaign: sql`select c.slug as key, t.locale from campaign_translations t join campaigns c on c.id = t.campaign_id`,
  principle: sql`select slug as key, locale from principle_translations`,
  update: sql`select slug as key, locale from update_translations`,
};

/** Makes everything findable that the search does not know yet, or knows in a way of before. */
export async function seedSearchDocuments({ db }: Pick<SeedScope, "db">): Promise<void> {
  for (const kind of kinds) {
    const missing = await db.execute(sql`
      select text.key, text.locale from (${shown[kind]}) as text
      left join ${searchDocuments} on ${and(
        eq(searchDocuments.kind, kind),
        sql`${searchDocuments.key} = text.key`,
        sql`${searchDocuments.locale} = text.locale`,
      )}
      where ${or(isNull(searchDocuments.key), lt(searchDocuments.wordsVersion, WORDS_VERSION))}`);
    for (const { key, locale } of rowsOf(missing)) {
      await indexContent(db, { kind, key: String(key), locale: String(locale) });
    }
  }
}
