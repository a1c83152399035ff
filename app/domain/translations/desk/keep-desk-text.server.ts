import { contentHash } from "~db/schema/content/content-hash";
import { revisionFields } from "~db/schema/content/revision-fields";
import { authorize } from "../../access/authorize";
import type { PortalActor } from "../../access/portal-actor";
import type { FieldFault } from "../../content/check-fields.server";
import { type ContentItem, holdItem, listRevisions, type Revision } from "../../content/find-item.server";
import { isWrittenLocale } from "../../content/locale-tag";
import { maySee, refusalOf } from "../../content/rights";
import { saveDraft, type Version } from "../../content/save-draft.server";
import { ruledText } from "../../content/take-step.server";
import type { Context } from "../../context";
import { DomainError } from "../../errors";
import { dropUnfinished, keepUnfinished } from "../../workshop/unfinished.server";
import { userNames } from "../../workshop/user-names.server";
import { isForMachines } from "../content-units.server";
import { textsOf, withTexts } from "../text-paths";
import type { ItemName } from "./item-name";

type TextName = ItemName & { locale: string };

export interface DeskInput {
  /** By path; what is not named is empty. */
  texts: ReadonlyMap<string, string>;
  /** The version that the writer began from; null where there was none. */
  basedOn: Version | null;
  /** Of a translation: the version of the source that the writer saw. */
  sourceNumber: number | null;
  /** `save`: at the writer's press. `auto`: by itself. */
  how: "save" | "auto";
}

/** What became of a text. Whatever it is, nothing that was typed is lost. */
export type KeptDeskText =
  | { outcome: "saved"; version: Version }
  /** Not whole yet, or not right: kept for its writer alone. */
  | { outcome: "unfinished"; faults: FieldFault[] }
  /** Somebody else saved since: kept for its writer alone. */
  | { outcome: "conflict"; by: string }
  /** There is nothing to translate from yet; kept as well. */
  | { outcome: "noSource" };

/**
 * Keeps a text of the desk: as a draft where it is whole and nobody else saved meanwhile, and otherwise for its writer
 * alone. Safe to repeat as often as one types.
 * @throws {DomainError} notAllowed, notFound
 */
export async function keepDeskText(
  ctx: Context,
  actor: PortalActor,
  name: TextName,
  input: DeskInput,
): Promise<KeptDeskText> {
  authorize(actor, "content.read");
  return ctx.db.transaction(async (db): Promise<KeptDeskText> => {
    const tx = { ...ctx, db };
    const item = await holdWritable(tx, actor, name);
    const whose = { itemId: item.id, locale: name.locale, userId: actor.userId };
    const asTyped = { fields: { texts: Object.fromEntries(input.texts) }, basedOn: input.basedOn };
    const owns = await listRevisions(tx, item.id, name.locale);
    const base = await baseOf(tx, item, name.locale, owns, input.sourceNumber);
    if (base === null) {
      await keepUnfinished(tx, whose, asTyped);
      return { outcome: "noSource" };
    }
    const fields = fieldsFrom(base.fields, input.texts);
    const newest = owns.find(({ state }) => state !== "archived") ?? null;
    if (newest !== null && isSame(item, newest, fields, input)) {
      await dropUnfinished(tx, whose);
      return { outcome: "saved", version: { number: newest.number, sha256: newest.sha256 } };
    }
    const { kind, key, locale } = name;
    const saved = await saveDraft(tx, actor, {
      ...{ kind, key, locale, fields, basedOn: input.basedOn },
      ...(locale !== item.sourceLocale && { sourceNumber: base.number }),
    });
    switch (saved.outcome) {
      case "saved":
        await dropUnfinished(tx, whose);
        return { outcome: "saved", version: { number: saved.number, sha256: saved.sha256 } };
      case "faulty":
        await keepUnfinished(tx, whose, asTyped);
        return { outcome: "unfinished", faults: saved.faults };
      case "outdated": {
        await keepUnfinished(tx, whose, asTyped);
        const { writtenBy } = saved.newest;
        return { outcome: "conflict", by: (await userNames(tx, [writtenBy])).get(writtenBy) ?? writtenBy };
      }
      case "noSource":
        await keepUnfinished(tx, whose, asTyped);
        return { outcome: "noSource" };
      case "notAllowed":
        throw new DomainError("notAllowed");
      case "notFound":
      case "unknownLanguage":
        throw new DomainError("notFound");
    }
  });
}

/** Throws away what the writer left unfinished. @throws {DomainError} notAllowed, notFound */
export async function discardDeskText(ctx: Context, actor: PortalActor, name: TextName): Promise<void> {
  authorize(actor, "content.read");
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const item = await holdWritable(tx, actor, name);
    await dropUnfinished(tx, { itemId: item.id, locale: name.locale, userId: actor.userId });
  });
}

/** @throws {DomainError} notAllowed, notFound */
async function holdWritable(tx: Context, actor: PortalActor, { kind, key, locale }: TextName): Promise<ContentItem> {
  const item = await holdItem(tx, { kind, key });
  if (item === null || !maySee(actor, item) || !isWrittenLocale(locale)) throw new DomainError("notFound");
  if (refusalOf(actor, "save", ruledText(item, locale)) !== null) throw new DomainError("notAllowed");
  return item;
}

/** Whose parts a text has: those of the version of the source that is translated, or its own. */
async function baseOf(
  tx: Context,
  item: ContentItem,
  locale: string,
  owns: readonly Revision[],
  sourceNumber: number | null,
): Promise<Revision | null> {
  if (locale === item.sourceLocale) return owns.find(({ state }) => state !== "archived") ?? null;
  const sources = await listRevisions(tx, item.id, item.sourceLocale);
  // A draft of the source may still become anything under its number.
  return sources.find(({ number, state }) => number === sourceNumber && state !== "draft") ?? null;
}

function fieldsFrom(base: unknown, texts: ReadonlyMap<string, string>): unknown {
  const written = [...textsOf(base).keys()]
    .filter((path) => !isForMachines(path))
    .map((path) => [path, texts.get(path) ?? ""] as const);
  return withTexts(base, new Map(written));
}

/** Whether what was typed is what stands there already. */
function isSame(item: ContentItem, newest: Revision, fields: unknown, input: DeskInput): boolean {
  const read = revisionFields[item.kind].safeParse(fields);
  if (!read.success || contentHash(read.data) !== newest.sha256) return false;
  // The same words for a changed source, or for a machine's draft, are a person's word that they are right: only at a press.
  if (input.how === "save" && input.sourceNumber !== newest.sourceNumber && newest.locale !== item.sourceLocale)
    return false;
  return newest.number === input.basedOn?.number && newest.sha256 === input.basedOn.sha256;
}
