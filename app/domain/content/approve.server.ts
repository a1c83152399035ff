import type { Context } from "../context";
import type { Actor } from "./actor";
import type { RevisionName, StepOutcome } from "./content-outcome";
import { moveRevision, type StepScope, takeStep } from "./take-step.server";

/**
 * A second person has read a text in review and finds it good: never the one who wrote it. A machine's draft counts as
 * reviewed from now on. The wording of a consent is approved once a legal reviewer has approved it as well, whoever
 * comes first; any other text at once.
 */
export function approve(ctx: Context, actor: Actor, name: RevisionName): Promise<StepOutcome> {
  return takeStep<StepOutcome>(ctx, actor, "approve", name, async (scope) => {
    const { revision, tx, item } = scope;
    if (revision.reviewedBy === actor.name) return already(scope);
    if (revision.state !== "in_review" || revision.reviewedBy !== null) return byReviewer(scope);
    const isComplete = item.kind !== "consent_wording" || revision.legallyReviewedBy !== null;
    await moveRevision(scope, actor, "approve", {
      reviewedBy: actor.name,
      reviewedAt: tx.now(),
      ...(isComplete && { state: "approved" }),
    });
    return { outcome: "done" };
  });
}

/** As {@link approve}, of the wording of a consent, by a legal reviewer. */
export function approveLegally(ctx: Context, actor: Actor, name: RevisionName): Promise<StepOutcome> {
  return takeStep<StepOutcome>(ctx, actor, "approveLegally", name, async (scope) => {
    const { revision, tx } = scope;
    if (revision.legallyReviewedBy === actor.name) return already(scope);
    if (revision.state !== "in_review" || revision.legallyReviewedBy !== null) {
      return { outcome: "conflict", state: revision.state, by: revision.legallyReviewedBy };
    }
    await moveRevision(scope, actor, "approve-legally", {
      legallyReviewedBy: actor.name,
      legallyReviewedAt: tx.now(),
      ...(revision.reviewedBy !== null && { state: "approved" }),
    });
    return { outcome: "done" };
  });
}

function already({ revision, conflict }: StepScope): StepOutcome {
  return revision.state === "in_review" || revision.state === "approved" ? { outcome: "already" } : conflict;
}

function byReviewer({ revision, conflict }: StepScope): StepOutcome {
  return revision.state === "in_review"
    ? { outcome: "conflict", state: revision.state, by: revision.reviewedBy }
    : conflict;
}
