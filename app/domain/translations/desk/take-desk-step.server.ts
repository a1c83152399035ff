import { authorize } from "../../access/authorize";
import type { PortalActor } from "../../access/portal-actor";
import { approve, approveLegally } from "../../content/approve.server";
import type { RevisionName } from "../../content/content-outcome";
import { type PublishOutcome, publish } from "../../content/publish.server";
import type { RightsRefusal } from "../../content/rights";
import { sendBack } from "../../content/send-back.server";
import { submitForReview } from "../../content/submit-for-review.server";
import type { Context } from "../../context";
import { DomainError } from "../../errors";

export type DeskStep =
  | { step: "submit" | "approve" | "approveLegally" | "publish" }
  | { step: "sendBack"; reason: string };

/** What became of a step; `conflict`: the text is somewhere else than the actor saw, mostly because somebody was faster. */
export type DeskStepOutcome =
  | "done"
  | "already"
  | "conflict"
  | "sourceNotPublished"
  | "superseded"
  | Extract<RightsRefusal, "ownText" | "approval" | "paused">;

/**
 * Takes a step with a text of the desk.
 * @throws {DomainError} notAllowed, notFound
 */
export async function takeDeskStep(
  ctx: Context,
  actor: PortalActor,
  name: RevisionName,
  wanted: DeskStep,
): Promise<DeskStepOutcome> {
  authorize(actor, "content.read");
  return outcomeOf(await take(ctx, actor, name, wanted));
}

const takers = { submit: submitForReview, approve, approveLegally, publish };

function take(ctx: Context, actor: PortalActor, name: RevisionName, wanted: DeskStep): Promise<PublishOutcome> {
  if (wanted.step === "sendBack") return sendBack(ctx, actor, name, wanted.reason);
  return takers[wanted.step](ctx, actor, name);
}

function outcomeOf(answer: PublishOutcome): DeskStepOutcome {
  switch (answer.outcome) {
    case "notFound":
    case "unknownLanguage":
      throw new DomainError("notFound");
    case "notAllowed":
      if (answer.why === "role" || answer.why === "organization") throw new DomainError("notAllowed");
      return answer.why;
    default:
      return answer.outcome;
  }
}
