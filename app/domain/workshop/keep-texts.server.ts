import { isLocale, isPseudoLocale } from "~/i18n/locales";
import { contentHash } from "~db/schema/content/content-hash";
import { revisionFields } from "~db/schema/content/revision-fields";
import type { PortalActor } from "../access/portal-actor";
import type { FieldFault } from "../content/check-fields.server";
import type { ContentItem } from "../content/find-item.server";
import { refusalOf } from "../content/rights";
import { saveDraft, type Version } from "../content/save-draft.server";
import { ruledText } from "../content/take-step.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { type CampaignText, type CampaignTexts, getCampaignTexts, newestIn } from "./campaign-texts.server";
import { holdOwnCampaign } from "./own-campaign.server";
import { type TextKind, textKinds } from "./text-shape";
import { fieldsOf } from "./typed-fields";
import type { TypedTexts } from "./typed-texts";
import { dropUnfinished, keepUnfinished } from "./unfinished.server";
import { userNames } from "./user-names.server";

export interface TextsInput {
  locale: string;
  typed: TypedTexts;
  /** The versions that the writer began from; null where there was none. */
  basedOn: Record<TextKind, Version | null>;
  /** Of a translation: the versions of the source that the writer saw. */
  sourceNumber: Record<TextKind, number | null>;
  /** `save`: at the writer's press. `auto`: by itself. `unfinished`: the writer goes on, and nothing is to be a draft yet. */
  how: "save" | "auto" | "unfinished";
}

/** What became of one text. Whatever it is, nothing that was typed is lost. */
export type KeptText =
  /** It is the newest draft, or was already. */
  | { outcome: "saved"; version: Version | null }
  /** Not whole yet: kept for its writer alone. */
  | { outcome: "unfinished"; faults: FieldFault[] }
  /** Somebody else saved since: kept for its writer alone. */
  | { outcome: "conflict"; by: string; at: Date }
  /** A translation of something that does not stand still yet; kept as well. */
  | { outcome: "noSource" };

export type KeptTexts = Record<TextKind, KeptText>;

/**
 * Keeps both texts of a campaign in one language as they were typed: as a draft where they are whole and nobody else
 * saved meanwhile, and otherwise for their writer alone. Safe to repeat as often as one types.
 * @throws {DomainError} notAllowed, notFound
 */
export async function keepTexts(ctx: Context, actor: PortalActor, slug: string, input: TextsInput): Promise<KeptTexts> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await holdOwnCampaign(tx, actor, "content.read", slug);
    if (!isReadersLocale(input.locale)) throw new DomainError("notFound");
    const texts = await getCampaignTexts(tx, slug);
    return {
      petition: await keep(tx, actor, texts, "petition", input),
      campaign: await keep(tx, actor, texts, "campaign", input),
    };
  });
}

/** @throws {DomainError} notAllowed, notFound */
function requireRight(actor: PortalActor, item: ContentItem, locale: string): void {
  const why = refusalOf(actor, "save", ruledText(item, locale));
  if (why !== null) throw new DomainError(why === "organization" ? "notFound" : "notAllowed");
}

/** A language that the public pages speak. */
export function isReadersLocale(locale: string): boolean {
  return isLocale(locale) && !isPseudoLocale(locale);
}

async function keep(
  tx: Context,
  actor: PortalActor,
  texts: CampaignTexts,
  kind: TextKind,
  { locale, typed, basedOn: all, sourceNumber: sources, how }: TextsInput,
): Promise<KeptText> {
  const text = texts[kind];
  const { item } = text;
  requireRight(actor, item, locale);
  const basedOn = all[kind];
  const whose = { itemId: item.id, locale, userId: actor.userId };
  const fields = fieldsOf(typed)[kind];
  const isSource = locale === item.sourceLocale;
  const sourceNumber = isSource ? null : sources[kind];
  const asTyped = { fields: fieldsOf(typed, true)[kind], basedOn };

  if (how === "unfinished") {
    await keepUnfinished(tx, whose, asTyped);
    return { outcome: "unfinished", faults: [] };
  }
  if (isSame(text, kind, { locale, fields, sourceNumber, basedOn, how })) {
    await dropUnfinished(tx, whose);
    return { outcome: "saved", version: basedOn };
  }
  const draft = { kind, key: item.key, locale, fields, basedOn, ...(sourceNumber !== null && { sourceNumber }) };
  const saved = await saveDraft(tx, actor, draft);
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
      const names = await userNames(tx, [writtenBy]);
      const at = newestIn(text, locale)?.writtenAt ?? tx.now();
      return { outcome: "conflict", by: names.get(writtenBy) ?? writtenBy, at };
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
}

/** Whether what was typed is what stands there already. */
function isSame(
  text: CampaignText,
  kind: TextKind,
  typed: Pick<TextsInput, "locale" | "how"> & {
    fields: unknown;
    sourceNumber: number | null;
    basedOn: Version | null;
  },
): boolean {
  const newest = newestIn(text, typed.locale);
  const read = revisionFields[kind].safeParse(typed.fields);
  if (newest === null || !read.success || contentHash(read.data) !== newest.sha256) return false;
  // The same words for a changed source are a statement that they still fit: only at a press.
  if (typed.how === "save" && typed.sourceNumber !== newest.sourceNumber) return false;
  return newest.number === typed.basedOn?.number && newest.sha256 === typed.basedOn.sha256;
}

/** Throws away what the writer left unfinished. @throws {DomainError} notAllowed, notFound */
export async function discardUnfinished(ctx: Context, actor: PortalActor, slug: string, locale: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await holdOwnCampaign(tx, actor, "content.read", slug);
    const texts = await getCampaignTexts(tx, slug);
    for (const kind of textKinds) {
      requireRight(actor, texts[kind].item, locale);
      await dropUnfinished(tx, { itemId: texts[kind].item.id, locale, userId: actor.userId });
    }
  });
}
