import { and, eq, inArray, lt } from "drizzle-orm";
import { unfinishedTexts } from "~db/schema/unfinished-texts";
import type { Version } from "../content/save-draft.server";
import type { Context } from "../context";

/** What is not touched for longer is forgotten. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** A text that somebody typed and that is no draft yet. */
export interface Unfinished {
  fields: unknown;
  basedOn: Version | null;
  savedAt: Date;
}

interface Whose {
  itemId: string;
  locale: string;
  userId: string;
}

/** What a person left unfinished, by the item. */
export async function listUnfinished(
  { db }: Pick<Context, "db">,
  { itemIds, locale, userId }: { itemIds: readonly string[]; locale: string; userId: string },
): Promise<Map<string, Unfinished>> {
  const rows = await db
    .select()
    .from(unfinishedTexts)
    .where(
      and(
        inArray(unfinishedTexts.itemId, [...itemIds]),
        eq(unfinishedTexts.locale, locale),
        eq(unfinishedTexts.userId, userId),
      ),
    );
  return new Map(
    rows.map(({ itemId, fields, basedOnNumber, basedOnSha256, savedAt }) => [
      itemId,
      {
        fields,
        basedOn:
          basedOnNumber === null || basedOnSha256 === null ? null : { number: basedOnNumber, sha256: basedOnSha256 },
        savedAt,
      },
    ]),
  );
}

/** Keeps what somebody typed, in place of what they left before. */
export async function keepUnfinished(
  { db, now }: Pick<Context, "db" | "now">,
  whose: Whose,
  { fields, basedOn }: Pick<Unfinished, "fields" | "basedOn">,
): Promise<void> {
  const values = {
    fields,
    basedOnNumber: basedOn?.number ?? null,
    basedOnSha256: basedOn?.sha256 ?? null,
    savedAt: now(),
  };
  await db
    .insert(unfinishedTexts)
    .values({ ...whose, ...values })
    .onConflictDoUpdate({
      target: [unfinishedTexts.itemId, unfinishedTexts.locale, unfinishedTexts.userId],
      set: values,
    });
}

export async function dropUnfinished({ db }: Pick<Context, "db">, { itemId, locale, userId }: Whose): Promise<void> {
  await db
    .delete(unfinishedTexts)
    .where(
      and(eq(unfinishedTexts.itemId, itemId), eq(unfinishedTexts.locale, locale), eq(unfinishedTexts.userId, userId)),
    );
}

/** Forgets what was left for long. */
export async function forgetUnfinished({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  await db.delete(unfinishedTexts).where(lt(unfinishedTexts.savedAt, new Date(now().getTime() - KEPT_DAYS * DAY_MS)));
}
