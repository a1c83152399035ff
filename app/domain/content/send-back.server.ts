import type { Context } from "../context";
import type { Actor } from "./actor";
import type { RevisionName, StepOutcome } from "./content-outcome";
import { moveRevision, takeStep } from "./take-step.server";

/**
 * Gives a text that was submitted or approved back to its writer, as a draft without any approval.
 * @param reason what is to be done, for the writer
 */
export function sendBack(ctx: Context, actor: Actor, name: RevisionName, reason: string): Promise<StepOutcome> {
  return takeStep<StepOutcome>(ctx, actor, "sendBack", name, async (scope) => {
    const { state, sentBackBy } = scope.revision;
    if (state === "draft" && sentBackBy === actor.name) return { outcome: "already" };
    if (state !== "in_review" && state !== "approved") return scope.conflict;
    await moveRevision(scope, actor, "send-back", {
      state: "draft",
      sentBackBy: actor.name,
      // PostgreSQL refuses a text with a NUL.
      sentBackReason: reason.replaceAll("\0", ""),
      reviewedBy: null,
      reviewedAt: null,
      legallyReviewedBy: null,
      legallyReviewedAt: null,
    });
    return { outcome: "done" };
  });
}
