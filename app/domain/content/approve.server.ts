import type { Context } from "../context";
import type { Actor } from "./actor";
import type { RevisionName, StepOutcome } from "./content-outcome";
import type { Revision } from "./find-item.server";
import { showAgain } from "./put-before-readers.server";
import { moveRevision, type StepScope, takeStep } from "./take-step.server";

/**
 * A second person has read a text in review and finds it good: never the one who wrote it. A machine's draft counts as
 * reviewed from now on; one that readers see already can be approved where it stands, and loses its mark. The wording of a consent is approved once a legal reviewer has approved it as well, whoever
 * comes first; any other text at once.
 */
export function approve(ctx: Context, actor: Actor, name: RevisionName): Promise<StepOutcome> {
  return takeStep<StepOutcome>(ctx, actor, "approve", name, async (scope) => {
    const { revision, tx, item } = scope;
    if (revision.reviewedBy === actor.name) return already(scope);
    if (!isToRead(revision) || revision.reviewedBy !== null) return byReviewer(scope);
    const isPublic = revision.state === "published";
    const isComplete = item.kind !== "consent_wording" || revision.legallyReviewedBy !== null;
    const review = { reviewedBy: actor.name, reviewedAt: tx.now() };
    await moveRevision(scope, actor, "approve", { ...review, ...(isComplete && !isPublic && { state: "approved" }) });
    if (isPublic) await showAgain(tx, item, { ...revision, ...review });
    return { outcome: "done" };
  });
}

/** As {@link approve}, of the wording of a consent, by a legal reviewer. */
export function approveLegally(ctx: Context, actor: Actor, name: RevisionName): Promise<StepOutcome> {
  return takeStep<StepOutcome>(ctx, actor, "approveLegally", name, async (scope) => {
    const { revision, tx } = scope;
    if (revision.legallyReviewedBy === actor.name) return already(scope);
    if (!isToRead(revision) || revision.legallyReviewedBy !== null) {
      return { outcome: "conflict", state: revision.state, by: revision.legallyReviewedBy };
    }
    await moveRevision(scope, actor, "approve-legally", {
      legallyReviewedBy: actor.name,
      legallyReviewedAt: tx.now(),
      ...(revision.reviewedBy !== null && revision.state === "in_review" && { state: "approved" }),
    });
    return { outcome: "done" };
  });
}

/** In review, or a machine's draft that is before readers. */
function isToRead({ state, isMachineDraft }: Revision): boolean {
  return state === "in_review" || (state === "published" && isMachineDraft);
}

function already({ revision, conflict }: StepScope): StepOutcome {
  return isToRead(revision) || revision.state === "approved" ? { outcome: "already" } : conflict;
}

function byReviewer({ revision, conflict }: StepScope): StepOutcome {
  return isToRead(revision) ? { outcome: "conflict", state: revision.state, by: revision.reviewedBy } : conflict;
}
