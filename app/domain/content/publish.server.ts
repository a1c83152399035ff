import type { Context } from "../context";
import type { Actor } from "./actor";
import type { Refusal, RevisionName } from "./content-outcome";
import type { Revision } from "./find-item.server";
import { isWrittenLocale } from "./locale-tag";
import { putBeforeReaders } from "./put-before-readers.server";
import { refusalOf } from "./rights";
import { moveRevision, ruledText, takeStep } from "./take-step.server";

export type PublishOutcome =
  | { outcome: "done" | "already" }
  /** The text in the source's language must come first, and in the version that this is a translation of. */
  | { outcome: "sourceNotPublished" }
  /** A later version is before the readers; `undoPublish` brings an earlier one back. */
  | { outcome: "superseded" }
  /** Readers are offered no such language, and none is in preparation. */
  | { outcome: "unknownLanguage" }
  | Refusal;

/**
 * Puts an approved text before its readers, in place of the one that they saw, which is archived with all versions
 * before this. An editor of the host may publish a machine's translation that nobody has approved: readers are told so,
 * and neither a source nor the wording of a consent is ever published like that. When the source's language is published, translations of
 * earlier words become stale.
 */
export function publish(ctx: Context, actor: Actor, name: RevisionName): Promise<PublishOutcome> {
  return takeStep<PublishOutcome>(ctx, actor, "publish", name, async (scope) => {
    const { item, revision, revisions, tx, conflict } = scope;
    if (revision.state === "published" && revision.publishedBy === actor.name) return { outcome: "already" };
    if (revision.state !== "approved") {
      if (!isUnreviewedMachineDraft(revision)) return conflict;
      const why = refusalOf(actor, "publishUnreviewed", ruledText(item, name.locale));
      if (why !== null) return { outcome: "notAllowed", why };
    }
    if (!isWrittenLocale(name.locale)) return { outcome: "unknownLanguage" };
    const published = revisions.find(({ state }) => state === "published");
    if (published && published.number > revision.number) return { outcome: "superseded" };
    const hasSource = await putBeforeReaders(tx, item, revision);
    if (!hasSource) return { outcome: "sourceNotPublished" };
    const change = { state: "published" as const, publishedBy: actor.name, publishedAt: tx.now() };
    await moveRevision(scope, actor, "publish", change);
    return { outcome: "done" };
  });
}

function isUnreviewedMachineDraft({ state, isMachineDraft, reviewedBy }: Revision): boolean {
  return isMachineDraft && reviewedBy === null && (state === "draft" || state === "in_review");
}
