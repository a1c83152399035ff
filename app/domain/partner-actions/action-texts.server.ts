import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import type { PortalActor } from "../access/portal-actor";
import { approve } from "../content/approve.server";
import type { RevisionName } from "../content/content-outcome";
import type { ContentItem, Revision } from "../content/find-item.server";
import { refusalToGoPublic } from "../content/hosts-yes.server";
import { publish } from "../content/publish.server";
import { type SavedDraft, saveDraft, type Version } from "../content/save-draft.server";
import { sendBack } from "../content/send-back.server";
import { submitForReview } from "../content/submit-for-review.server";
import type { Context } from "../context";
import type { ActionText } from "./action-form";
import { holdOwnAction } from "./own-action.server";

/** The texts of an action in all languages and versions, newest first. */
export interface ActionTexts {
  item: ContentItem;
  revisions: Revision[];
}

/** The texts of actions, by the slug of the action. */
export async function findActionTexts(
  { db }: Pick<Context, "db">,
  slugs: readonly string[],
): Promise<Map<string, ActionTexts>> {
  if (slugs.length === 0) return new Map();
  const items = await db
    .select()
    .from(contentItems)
    .where(and(eq(contentItems.kind, "partner_action"), inArray(contentItems.key, [...slugs])));
  if (items.length === 0) return new Map();
  const ids = items.map(({ id }) => id);
  const revisions = await db
    .select()
    .from(contentRevisions)
    .where(inArray(contentRevisions.itemId, ids))
    .orderBy(asc(contentRevisions.locale), desc(contentRevisions.number));
  return new Map(
    items.map((item) => [item.key, { item, revisions: revisions.filter(({ itemId }) => itemId === item.id) }]),
  );
}

/** The newest version in each language, the source's first; none that was taken away. */
export function newestTexts({ item, revisions }: ActionTexts): Revision[] {
  const standing = revisions.filter(({ state }) => state !== "archived");
  const newest = standing.filter((one) => standing.find(({ locale }) => locale === one.locale) === one);
  const isSource = ({ locale }: Revision) => Number(locale === item.sourceLocale);
  return newest.sort((a, b) => isSource(b) - isSource(a));
}

/** Keeps what somebody wrote of an action in one language, as a draft. @throws {DomainError} notAllowed, notFound */
export async function saveActionText(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  input: { locale: string; fields: ActionText; basedOn: Version | null; sourceNumber: number | null },
): Promise<SavedDraft["outcome"]> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const { action } = await holdOwnAction(tx, actor, "campaigns.change", slug, id);
    const { locale, fields, basedOn, sourceNumber } = input;
    const draft = { kind: "partner_action", key: action.slug, locale, fields, basedOn };
    const saved = await saveDraft(tx, actor, { ...draft, ...(sourceNumber !== null && { sourceNumber }) });
    return saved.outcome;
  });
}

/**
 * `ownText`: a second person has to read it. `mustAsk`: it is approved, and comes out with the host's yes.
 * `conflict`: it is somewhere else than the actor saw.
 */
export type ActionTextOutcome = "done" | "mustAsk" | "conflict" | "ownText" | "notAllowed";

/**
 * Takes a step with a version of an action's text. What a second person approves comes before readers at once, unless the
 * host has to say yes first.
 * @throws {DomainError} notAllowed, notFound
 */
export async function takeActionTextStep(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  id: string,
  { step, locale, number }: { step: "submit" | "approve" | "sendBack"; locale: string; number: number },
): Promise<ActionTextOutcome> {
  return ctx.db.transaction(async (db): Promise<ActionTextOutcome> => {
    const tx = { ...ctx, db };
    const { action } = await holdOwnAction(tx, actor, "campaigns.change", slug, id);
    const name: RevisionName = { kind: "partner_action", key: action.slug, locale, number };
    const taken = await takers[step](tx, actor, name);
    if (taken.outcome === "notAllowed") return taken.why === "ownText" ? "ownText" : "notAllowed";
    if (taken.outcome !== "done" && taken.outcome !== "already") return "conflict";
    if (step !== "approve") return "done";
    if ((await refusalToGoPublic(tx, actor, action.partnerId)) !== null) return "mustAsk";
    await publishApproved(tx, actor, action.slug);
    return "done";
  });
}

const takers = {
  submit: submitForReview,
  approve,
  sendBack: (tx: Context, actor: PortalActor, name: RevisionName) => sendBack(tx, actor, name, ""),
};

/** Brings every approved text of an action before readers, the source's first. @returns how many came out */
export async function publishApproved(tx: Context, actor: PortalActor, actionSlug: string): Promise<number> {
  const texts = (await findActionTexts(tx, [actionSlug])).get(actionSlug);
  if (texts === undefined) return 0;
  let out = 0;
  for (const { locale, number, state } of newestTexts(texts)) {
    if (state !== "approved") continue;
    const done = await publish(tx, actor, { kind: "partner_action", key: actionSlug, locale, number });
    if (done.outcome === "done") out++;
  }
  return out;
}
