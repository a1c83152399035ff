import { and, eq } from "drizzle-orm";
import { hideText } from "~db/content/show-text";
import { contentRevisions } from "~db/schema/content-items";
import type { Context } from "../context";
import type { Actor } from "./actor";
import type { Refusal, RevisionName } from "./content-outcome";
import type { ContentItem } from "./find-item.server";
import { findable } from "./put-before-readers.server";
import { moveRevision, takeStep } from "./take-step.server";

export type ArchiveOutcome =
  | { outcome: "done" | "already" }
  /** Pages cannot be without it: the source of a campaign, petition or principle, and the wording of a consent. */
  | { outcome: "needed" }
  | Refusal;

/**
 * Takes a text away, for good unless `undoPublish` brings it back. Was it before readers, they are offered the next
 * best language instead. With the source's language an article or a partner's action goes in all its languages.
 */
export function archive(ctx: Context, actor: Actor, name: RevisionName): Promise<ArchiveOutcome> {
  return takeStep<ArchiveOutcome>(ctx, actor, "archive", name, async (scope) => {
    const { item, revision, tx } = scope;
    if (revision.state === "archived") return { outcome: "already" };
    const isPublished = revision.state === "published";
    const isSource = name.locale === item.sourceLocale;
    if (isPublished && isNeeded(item, isSource)) return { outcome: "needed" };
    await moveRevision(scope, actor, "archive", { state: "archived", archivedAt: tx.now() });
    if (isPublished) await takeAway(tx, item, isSource ? null : name.locale);
    return { outcome: "done" };
  });
}

function isNeeded({ kind }: ContentItem, isSource: boolean): boolean {
  return kind === "consent_wording" || (isSource && kind !== "update" && kind !== "partner_action");
}

/** @param locale null for every language */
async function takeAway(tx: Context, item: ContentItem, locale: string | null): Promise<void> {
  const ofItem = and(eq(contentRevisions.itemId, item.id), eq(contentRevisions.state, "published"));
  const others =
    locale === null
      ? await tx.db
          .update(contentRevisions)
          .set({ state: "archived", archivedAt: tx.now() })
          .where(ofItem)
          .returning({ locale: contentRevisions.locale })
      : [];
  for (const gone of new Set([locale ?? item.sourceLocale, ...others.map((one) => one.locale)])) {
    await hideText(tx.db, item, gone);
    await findable(tx, item, gone);
  }
}
