import { and, desc, eq, inArray, ne, or } from "drizzle-orm";
import { isStaleTranslation, type SourceVersions } from "~/domain/content/staleness";
import type { Context } from "~/domain/context";
import { revisionFields } from "~db/schema/content/revision-fields";
import { contentItems, type contentKinds, contentRevisions } from "~db/schema/content-items";
import { type CarriedText, carryOver } from "./carry-over";
import { textsOf } from "./text-paths";
import { type Unit, type UnitFile, versionMark } from "./units";

/** A version of an item in one language. */
export interface ItemVersion {
  number: number;
  sha256: string;
  fields: unknown;
  state: string;
  writtenBy: string;
  /** In a translator's language: the revision of the source that was translated. */
  sourceNumber: number | null;
}

/** An item as a translator finds it. */
export interface TranslatableItem {
  kind: (typeof contentKinds)[number];
  key: string;
  sourceLocale: string;
  /** What is published in the item's own language. */
  source: ItemVersion;
  /** Every version in the item's own language, newest first. */
  sources: ItemVersion[];
  /** Every version in the translator's language, newest first. */
  owns: ItemVersion[];
  /** The newest of them, however far it is; null where there is none. */
  own: ItemVersion | null;
}

/** Everything that is published, for a translation into `locale`. What is in that language by itself is left out. */
export async function listTranslatable(ctx: Pick<Context, "db">, locale: string): Promise<TranslatableItem[]> {
  const items = await ctx.db
    .select()
    .from(contentItems)
    .where(ne(contentItems.sourceLocale, locale))
    .orderBy(contentItems.kind, contentItems.key);
  if (items.length === 0) return [];
  const rows = await ctx.db
    .select({ revision: contentRevisions })
    .from(contentRevisions)
    .innerJoin(contentItems, eq(contentItems.id, contentRevisions.itemId))
    .where(
      and(
        inArray(
          contentItems.id,
          items.map(({ id }) => id),
        ),
        or(eq(contentRevisions.locale, locale), eq(contentRevisions.locale, contentItems.sourceLocale)),
      ),
    )
    .orderBy(desc(contentRevisions.number));
  const versions = rows.map(({ revision }) => revision);
  return items.flatMap(({ id, kind, key, sourceLocale }) => {
    const ofItem = versions.filter(({ itemId }) => itemId === id);
    const sources = ofItem.filter((version) => version.locale === sourceLocale);
    const source = sources.find(({ state }) => state === "published");
    const owns = ofItem.filter((version) => version.locale === locale);
    return source === undefined ? [] : [{ kind, key, sourceLocale, source, sources, owns, own: owns[0] ?? null }];
  });
}

/** The part of a translator's file that an item is: `update/sample-floor-or-ceiling`. */
export function unitFileOf(item: TranslatableItem): UnitFile {
  const { kind, key, source, own } = item;
  const carried = carriedTo(item, source);
  const isStale = own !== null && isStaleTranslation(own.sourceNumber, sourceVersions(item));
  const units = [...textsOf(inOrder(kind, source.fields))]
    .filter(([path]) => !isForMachines(path))
    .map(([path, text]): [string, Unit] => {
      const { text: target = null, isOutdated = false } = carried.get(path) ?? {};
      return [path, { source: text, target, ...(isStale && isOutdated && target !== null && outdated) }];
    });
  return { name: `${kind}/${key}`, madeFrom: versionMark(own), sourceNumber: source.number, units: new Map(units) };
}

const outdated = {
  isOutdated: true,
  note: "The source was changed after this translation was made. Where it is still right, mark it as translated.",
};

/** What is translated of an item already, in its newest version or another, as it goes with a version of its source, by path. */
export function carriedTo(
  { own, sources }: Pick<TranslatableItem, "own" | "sources">,
  source: ItemVersion,
  version = own,
): Map<string, CarriedText> {
  if (version === null) return new Map();
  const translated = sources.find(({ number }) => number === version.sourceNumber) ?? source;
  return carryOver(source.fields, { source: translated.fields, translation: version.fields });
}

/** What translations of an item are compared with. */
export function sourceVersions({ source, sources }: TranslatableItem): SourceVersions {
  return { published: source.number, hashes: new Map(sources.map(({ number, sha256 }) => [number, sha256])) };
}

/** Names and dates that programs read, in places where content has them. */
export function isForMachines(path: string): boolean {
  return /(^|\.)(id|date)$/.test(path);
}

/** Fields in the order of their schema, which is that of the page: the database keeps them in another. */
export function inOrder(kind: TranslatableItem["kind"], fields: unknown): unknown {
  return revisionFields[kind].safeParse(fields).data ?? fields;
}
