import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { userNames } from "../workshop/user-names.server";
import { type ModeratedPetition, type SignatureCriteria, signatureCriteria } from "./signature-criteria.server";
import { listStrikes, type Strike } from "./strikes.server";

const MOST_SHOWN = 50;

/** A strike as the host's people see it. */
export interface ListedStrike
  extends Pick<Strike, "id" | "state" | "reason" | "matched" | "progress" | "orderedAt" | "finishedAt"> {
  /** The name of whoever ordered it. */
  by: string;
  criteria: SignatureCriteria;
}

/** The strikes of a campaign, the newest first. @throws {DomainError} notAllowed */
export async function listCampaignStrikes(
  ctx: Context,
  actor: PortalActor,
  { campaignId }: ModeratedPetition,
): Promise<ListedStrike[]> {
  authorize(actor, "moderation.read");
  const strikes = await listStrikes(ctx, campaignId, MOST_SHOWN);
  const names = await userNames(
    ctx,
    strikes.map(({ orderedBy }) => orderedBy),
  );
  return strikes.map(({ id, state, reason, matched, progress, orderedAt, finishedAt, orderedBy, criteria }) => ({
    ...{ id, state, reason, matched, progress, orderedAt, finishedAt },
    by: names.get(orderedBy) ?? orderedBy,
    criteria: signatureCriteria.parse(criteria),
  }));
}
