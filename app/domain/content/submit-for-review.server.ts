import type { Context } from "../context";
import type { Actor } from "./actor";
import type { RevisionName, StepOutcome } from "./content-outcome";
import { moveRevision, takeStep } from "./take-step.server";

/** Asks a second person to read a draft. From now on a change begins a new revision. */
export function submitForReview(ctx: Context, actor: Actor, name: RevisionName): Promise<StepOutcome> {
  return takeStep<StepOutcome>(ctx, actor, "submit", name, async (scope) => {
    const { state } = scope.revision;
    if (state === "in_review") return { outcome: "already" };
    if (state !== "draft") return scope.conflict;
    const change = { state: "in_review" as const, sentBackBy: null, sentBackReason: null };
    await moveRevision(scope, actor, "submit", change);
    return { outcome: "done" };
  });
}
