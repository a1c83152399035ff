import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { contentItems, type contentKinds, contentRevisions } from "~db/schema/content-items";
import { textsOf } from "./text-paths";
import type { Unit, UnitFile } from "./units";

/** An item as a translator finds it: what is published in its own language, and what stands in theirs. */
export interface TranslatableItem {
  kind: (typeof contentKinds)[number];
  key: string;
  /** The published revision in the item's own language. */
  source: { number: number; fields: unknown };
  /** The newest revision in the translator's language, however far it is; null where there is none. */
  own: { number: number; sha256: string; fields: unknown; state: string; sourceNumber: number | null } | null;
}

/** Everything that is published, for a translation into `locale`. What is in that language by itself is left out. */
export async function listTranslatable(ctx: Context, locale: string): Promise<TranslatableItem[]> {
  const items = await ctx.db
    .select({
      id: contentItems.id,
      kind: contentItems.kind,
      key: contentItems.key,
      number: contentRevisions.number,
      fields: contentRevisions.fields,
    })
    .from(contentItems)
    .innerJoin(
      contentRevisions,
      and(
        eq(contentRevisions.itemId, contentItems.id),
        eq(contentRevisions.locale, contentItems.sourceLocale),
        eq(contentRevisions.state, "published"),
      ),
    )
    .where(ne(contentItems.sourceLocale, locale))
    .orderBy(contentItems.kind, contentItems.key);
  if (items.length === 0) return [];
  const own = await ctx.db
    .select()
    .from(contentRevisions)
    .where(
      and(
        eq(contentRevisions.locale, locale),
        inArray(
          contentRevisions.itemId,
          items.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(desc(contentRevisions.number));
  return items.map(({ id, kind, key, number, fields }) => {
    const newest = own.find((revision) => revision.itemId === id);
    return {
      kind,
      key,
      source: { number, fields },
      own: newest
        ? {
            number: newest.number,
            sha256: newest.sha256,
            fields: newest.fields,
            state: newest.state,
            sourceNumber: newest.sourceNumber,
          }
        : null,
    };
  });
}

/** The part of a translator's file that an item is: `update/sample-floor-or-ceiling`. */
export function unitFileOf({ kind, key, source, own }: TranslatableItem): UnitFile {
  const translated = textsOf(own?.fields ?? {});
  const isStale = own !== null && own.sourceNumber !== null && own.sourceNumber < source.number;
  const units = [...textsOf(source.fields)]
    .filter(([path]) => !isForMachines(path))
    .map(([path, text]): [string, Unit] => [
      path,
      {
        source: text,
        target: translated.get(path) ?? null,
        ...(isStale && { note: "The source was changed after this translation was made." }),
      },
    ]);
  return { name: `${kind}/${key}`, units: new Map(units) };
}

/** Names and dates that programs read, in places where content has them. */
export function isForMachines(path: string): boolean {
  return /(^|\.)(id|date)$/.test(path);
}
