import { contentRevisions } from "~db/schema/content-items";
import type { Context } from "../context";
import type { Actor } from "./actor";
import type { Refusal, RevisionName } from "./content-outcome";
import { isWrittenLocale } from "./locale-tag";
import { putBeforeReaders } from "./put-before-readers.server";
import { refusalOf } from "./rights";
import { auditText, ruledText, takeStep } from "./take-step.server";

export type UndoOutcome =
  /** `number` is the new revision that says what the earlier one said. */
  | { outcome: "done"; number: number }
  /** Readers see the earlier text again already. */
  | { outcome: "already" }
  /** No earlier version was ever published. */
  | { outcome: "nothingEarlier" }
  | { outcome: "sourceNotPublished" }
  /** Readers are offered no such language any more. */
  | { outcome: "unknownLanguage" }
  | Refusal;

/**
 * Publishes an earlier version again, as a new revision with its words and its approvals: of a consent's wording, too,
 * this makes a new version. Going back to a machine's draft that nobody has approved is publishing it unreviewed.
 * @param name what is to be undone: the published revision, or the last one before the text was archived
 * @param to the revision to go back to; by default the one that was published before
 */
export function undoPublish(ctx: Context, actor: Actor, name: RevisionName, to?: number): Promise<UndoOutcome> {
  return takeStep<UndoOutcome>(ctx, actor, "publish", name, async ({ tx, item, revision, revisions, conflict }) => {
    const published = revisions.find(({ state }) => state === "published");
    const wasPublic = revisions.filter(({ publishedAt }) => publishedAt !== null);
    const earlier = wasPublic.find(({ number }) => (to === undefined ? number < name.number : number === to));
    // An archived text comes back as itself.
    const target = published === undefined && to === undefined && revision.publishedAt !== null ? revision : earlier;
    if (published !== undefined && published.number > name.number && published.sha256 === revision.sha256) {
      return { outcome: "already" };
    }
    if (target === undefined) return { outcome: "nothingEarlier" };
    if (published !== undefined && published.number !== name.number) {
      return published.number > name.number && published.sha256 === target.sha256 ? { outcome: "already" } : conflict;
    }
    if (!isWrittenLocale(name.locale)) return { outcome: "unknownLanguage" };
    if (target.isMachineDraft && target.reviewedBy === null) {
      const why = refusalOf(actor, "publishUnreviewed", ruledText(item, name.locale));
      if (why !== null) return { outcome: "notAllowed", why };
    }
    const number = (revisions[0]?.number ?? 0) + 1;
    const again = {
      ...target,
      number,
      state: "approved" as const,
      sentBackBy: null,
      sentBackReason: null,
      publishedBy: actor.name,
      publishedAt: tx.now(),
      archivedAt: null,
    };
    if (!(await putBeforeReaders(tx, item, again))) return { outcome: "sourceNotPublished" };
    await tx.db.insert(contentRevisions).values({ ...again, state: "published" });
    await auditText(tx, actor, "undo", item, { locale: name.locale, number: name.number, to: target.number });
    return { outcome: "done", number };
  });
}
