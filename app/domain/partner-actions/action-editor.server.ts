import { revisionFields } from "~db/schema/content/revision-fields";
import type { PortalActor } from "../access/portal-actor";
import type { Revision } from "../content/find-item.server";
import { refusalOf } from "../content/rights";
import type { Version } from "../content/save-draft.server";
import { ruledText, writersOf } from "../content/take-step.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { userNames } from "../workshop/user-names.server";
import type { ActionText } from "./action-form";
import { type ActionTexts, findActionTexts, newestTexts } from "./action-texts.server";
import { type ActionLine, type ActionsDesk, getActionsDesk } from "./actions-desk.server";
import { getOwnAction } from "./own-action.server";

/** One action, as somebody works on it, with its text in one language. */
export interface ActionEditor {
  desk: ActionsDesk;
  line: ActionLine;
  sourceLocale: string;
  text: {
    locale: string;
    /** Null where nothing is written yet. */
    fields: ActionText | null;
    newest: (Version & { state: Revision["state"]; by: string }) | null;
    isPublic: boolean;
    sentBackReason: string | null;
    /** Of a translation: what is translated, and its version. */
    source: { fields: ActionText; number: number } | null;
    mayApprove: boolean;
  };
}

/** @param locale null for the action's own language @throws {DomainError} notAllowed, notFound */
export async function getActionEditor(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  { locale: wanted, reader }: { locale: string | null; reader: string },
): Promise<ActionEditor> {
  const { action } = await getOwnAction(ctx, actor, "campaigns.read", slug, id);
  const desk = await getActionsDesk(ctx, actor, slug, reader);
  const line = desk.actions.find((one) => one.action.id === id);
  const texts = (await findActionTexts(ctx, [action.slug])).get(action.slug);
  if (line === undefined || texts === undefined) throw new DomainError("notFound");
  const { sourceLocale } = texts.item;
  return { desk, line, sourceLocale, text: await textOf(ctx, actor, texts, wanted ?? sourceLocale) };
}

async function textOf(
  ctx: Context,
  actor: PortalActor,
  { item, revisions }: ActionTexts,
  locale: string,
): Promise<ActionEditor["text"]> {
  const newest = newestTexts({ item, revisions });
  const own = newest.find((one) => one.locale === locale) ?? null;
  const source = locale === item.sourceLocale ? null : (newest.find((one) => one.locale === item.sourceLocale) ?? null);
  const names = await userNames(ctx, [own?.writtenBy ?? null]);
  const inLocale = revisions.filter((one) => one.locale === locale);
  const writers = own === null ? [] : writersOf(own, inLocale);
  return {
    locale,
    fields: own === null ? null : revisionFields.partner_action.parse(own.fields),
    newest: own && {
      number: own.number,
      sha256: own.sha256,
      state: own.state,
      by: names.get(own.writtenBy) ?? own.writtenBy,
    },
    isPublic: inLocale.some(({ state }) => state === "published"),
    sentBackReason: own?.sentBackReason ?? null,
    source: source && { fields: revisionFields.partner_action.parse(source.fields), number: source.number },
    mayApprove: refusalOf(actor, "approve", ruledText(item, locale, writers)) === null,
  };
}
