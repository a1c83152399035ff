import type { Actor } from "../content/actor";
import { DomainError } from "../errors";

/** Somebody who signed in and acts for one organization. `name` is the user's id. */
export interface PortalActor extends Actor {
  userId: string;
  sessionId: string;
  /** When the person last proved who they are. */
  provenAt: Date;
}

/** How long a proof holds for a grave step. */
export const PROOF_MINUTES = 10;

/**
 * Stops a grave step (an export, ending a membership, deleting) of somebody who proved too long ago who they are: a
 * device left open is not enough for it.
 * @throws {DomainError} proofNeeded; the pages lead to `/portal/prove` and back
 */
export function requireProof(ctx: { now(): Date }, actor: Pick<PortalActor, "provenAt">): void {
  if (!hasProof(ctx, actor)) throw new DomainError("proofNeeded");
}

/** Whether {@link requireProof} would let somebody through: a long form says so before it is filled in. */
export function hasProof(ctx: { now(): Date }, { provenAt }: Pick<PortalActor, "provenAt">): boolean {
  return ctx.now().getTime() - provenAt.getTime() <= PROOF_MINUTES * 60_000;
}
