import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/record-audit.server";
import type { Context } from "~/domain/context";
import { campaigns } from "~db/schema/campaigns";
import { contentRevisions } from "~db/schema/content-items";
import type { Actor } from "./actor";
import type { Refusal, RevisionName, RevisionState } from "./content-outcome";
import { type ContentItem, holdItem, listRevisions, type Revision } from "./find-item.server";
import { refusalToGoPublic } from "./hosts-yes.server";
import { isLocaleTag } from "./locale-tag";
import { type RuledText, refusalOf, type Step } from "./rights";

/** What a step on a revision works with, inside its transaction. */
export interface StepScope {
  tx: Context;
  item: ContentItem;
  revision: Revision;
  /** Every version in the revision's language, newest first. */
  revisions: Revision[];
  /** The step is refused, because the revision is not where the step starts. */
  conflict: Refusal;
}

/**
 * Takes one step on one revision: in one transaction that holds the item, so that of two people at once one comes
 * first and the other finds what the first has done; and only where the actor may.
 */
export async function takeStep<T>(
  ctx: Context,
  actor: Actor,
  step: Step,
  name: RevisionName,
  work: (scope: StepScope) => Promise<T>,
): Promise<T | Refusal> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const item = isLocaleTag(name.locale) ? await holdItem(tx, name) : null;
    if (item === null) return { outcome: "notFound" };
    const revisions = await listRevisions(tx, item.id, name.locale);
    const revision = revisions.find(({ number }) => number === name.number);
    const why = refusalOf(actor, step, ruledText(item, name.locale, revision && writersOf(revision, revisions)));
    // Of another organization's texts nobody learns even whether they exist.
    if (why === "organization" || revision === undefined) return { outcome: "notFound" };
    const refused = why ?? (step === "publish" ? await refusalToGoPublic(tx, actor, item.partnerId) : null);
    if (refused !== null) return { outcome: "notAllowed", why: refused };
    return work({ tx, item, revision, revisions, conflict: conflictOf(revision) });
  });
}

/** What the rules about rights ask of a text. */
export function ruledText(item: ContentItem, locale: string, writtenBy: readonly string[] = []): RuledText {
  return { kind: item.kind, partnerId: item.partnerId, isSource: locale === item.sourceLocale, writtenBy };
}

/**
 * Whose words a revision may hold: its writer, those of the versions since the last one that readers saw, which it grew
 * out of, and whoever else wrote the very same.
 */
export function writersOf(revision: Revision, revisions: readonly Revision[]): string[] {
  const earlier = revisions.filter(({ number }) => number < revision.number);
  const lastPublic = earlier.find(({ publishedAt }) => publishedAt !== null)?.number ?? 0;
  const grewOutOf = ({ number }: Revision) => number > lastPublic && number <= revision.number;
  return revisions.filter((one) => grewOutOf(one) || one.sha256 === revision.sha256).map(({ writtenBy }) => writtenBy);
}

/**
 * Changes a revision that is still where the step starts (compare and set), and writes down who did it.
 * @throws {Error} where it is not, which nobody can bring about who holds the item; everything is rolled back
 */
export async function moveRevision(
  { tx, item, revision }: Pick<StepScope, "tx" | "item" | "revision">,
  actor: Actor,
  action: string,
  change: Partial<Omit<Revision, "itemId" | "locale" | "number">>,
): Promise<void> {
  const { itemId, locale, number, state } = revision;
  const moved = await tx.db
    .update(contentRevisions)
    .set(change)
    .where(
      and(
        eq(contentRevisions.itemId, itemId),
        eq(contentRevisions.locale, locale),
        eq(contentRevisions.number, number),
        eq(contentRevisions.state, state),
      ),
    )
    .returning({ number: contentRevisions.number });
  if (moved.length === 0) throw new Error("A revision was changed by somebody who did not hold its item.");
  await auditText(tx, actor, action, item, { locale, number });
}

/** Writes down what somebody did with a text. */
export async function auditText(
  tx: Context,
  actor: Actor,
  action: string,
  item: Pick<ContentItem, "kind" | "key" | "partnerId">,
  facts: Record<string, string | number | null>,
): Promise<void> {
  const { kind, key, partnerId } = item;
  const isOfCampaign = kind === "campaign" || kind === "petition";
  const [campaign] = isOfCampaign
    ? await tx.db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, key))
    : [];
  await recordAudit(tx, {
    actor: actor.name,
    action: `content.${action}`,
    ...(campaign && { campaignId: campaign.id }),
    partnerId,
    facts: { kind, key, ...facts },
  });
}

/** Where a revision is, and who brought it there. */
export function conflictOf(revision: Revision): Refusal {
  const { state, reviewedBy, publishedBy, sentBackBy, writtenBy } = revision;
  const by: Record<RevisionState, string | null> = {
    draft: sentBackBy ?? writtenBy,
    in_review: null,
    approved: reviewedBy,
    published: publishedBy,
    archived: null,
  };
  return { outcome: "conflict", state, by: by[state] };
}
