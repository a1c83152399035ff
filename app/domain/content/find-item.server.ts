import { and, desc, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { contentItems, contentKinds, contentRevisions } from "~db/schema/content-items";
import type { RevisionName } from "./content-outcome";
import type { SourceVersions } from "./staleness";

export type ContentItem = typeof contentItems.$inferSelect;
export type Revision = typeof contentRevisions.$inferSelect;

/** @returns null where the kind or the item does not exist */
export async function findItem(
  ctx: Pick<Context, "db">,
  { kind, key }: Pick<RevisionName, "kind" | "key">,
): Promise<ContentItem | null> {
  const which = isItem(kind, key);
  if (which === null) return null;
  const [item] = await ctx.db.select().from(contentItems).where(which);
  return item ?? null;
}

/** As {@link findItem}, and lets nobody else change the item or its texts until the transaction ends. */
export async function holdItem(
  ctx: Pick<Context, "db">,
  { kind, key }: Pick<RevisionName, "kind" | "key">,
): Promise<ContentItem | null> {
  const which = isItem(kind, key);
  if (which === null) return null;
  const [item] = await ctx.db.select().from(contentItems).where(which).for("update");
  return item ?? null;
}

/** Every version of a text in one language, newest first. */
export function listRevisions(ctx: Pick<Context, "db">, itemId: string, locale: string): Promise<Revision[]> {
  return ctx.db
    .select()
    .from(contentRevisions)
    .where(and(eq(contentRevisions.itemId, itemId), eq(contentRevisions.locale, locale)))
    .orderBy(desc(contentRevisions.number));
}

/** What translations of an item are compared with. */
export async function getSourceVersions(ctx: Pick<Context, "db">, item: ContentItem): Promise<SourceVersions> {
  const rows = await listRevisions(ctx, item.id, item.sourceLocale);
  return {
    published: rows.find(({ state }) => state === "published")?.number ?? null,
    hashes: new Map(rows.map(({ number, sha256 }) => [number, sha256])),
  };
}

function isItem(kind: string, key: string) {
  const known = contentKinds.find((one) => one === kind);
  // PostgreSQL refuses a text with a NUL, and no key has one.
  if (known === undefined || key.includes("\0")) return null;
  return and(eq(contentItems.kind, known), eq(contentItems.key, key));
}
