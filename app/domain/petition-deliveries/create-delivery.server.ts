import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitionDeliveries } from "~db/schema/petition-deliveries";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { type FactsIndex, factsInForce } from "../lawmakers/facts-in-force";
import { requireAgreement } from "../organizations/require-agreement.server";
import { enqueue } from "../outbox/enqueue.server";
import { chooseRecipients } from "./choose-recipients";
import type { DeliveryFacts } from "./delivery-facts";
import { gatherFacts } from "./gather-facts.server";
import { planFiles } from "./plan-files";

export interface WantedDelivery {
  campaign: string;
  locale: string;
  /** A version for each member of Congress with a number to tell. */
  lawmakers: boolean;
}

/**
 * Begins to make the documents of a campaign, of this moment. Where the same are being made already, no second ones are begun.
 * @param congress the facts about its members, read where they are needed
 * @returns the delivery's id
 * @throws {DomainError} notAllowed, agreementMissing; notFound for another organization's campaign
 */
export async function createDelivery(
  ctx: Context,
  actor: PortalActor,
  { campaign: campaignId, locale, lawmakers }: WantedDelivery,
  congress: () => FactsIndex,
): Promise<string> {
  authorize(actor, "deliveries.create");
  await requireAgreement(ctx, actor);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [campaign] = await db
      .select({ partnerId: campaigns.partnerId })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
      .for("no key update");
    if (campaign === undefined) throw new DomainError("notFound");
    authorize(actor, "deliveries.create", campaign);
    const [same] = await db
      .select({ id: petitionDeliveries.id })
      .from(petitionDeliveries)
      .where(
        and(
          eq(petitionDeliveries.campaignId, campaignId),
          eq(petitionDeliveries.state, "making"),
          eq(petitionDeliveries.locale, locale),
          eq(petitionDeliveries.forLawmakers, lawmakers),
        ),
      );
    if (same !== undefined) return same.id;

    const gathered = await gatherFacts(tx, campaignId, locale);
    const facts: DeliveryFacts = { ...gathered, ...recipientsOf(gathered.places, lawmakers, congress, ctx.now()) };
    const id = ctx.newId();
    await db.insert(petitionDeliveries).values({
      id,
      campaignId,
      requestedBy: actor.userId,
      createdAt: ctx.now(),
      locale,
      forLawmakers: lawmakers,
      state: "making",
      beginning: 1,
      asOf: ctx.now(),
      facts,
      done: 0,
      total: planFiles(facts).length,
      cursor: { phase: "people", after: null },
    });
    await enqueue(tx, "make-petition-delivery", { deliveryId: id });
    await recordAudit(tx, {
      actor: actor.userId,
      action: "delivery.create",
      campaignId,
      partnerId: campaign.partnerId,
      facts: { delivery: id, locale, lawmakers, signatures: facts.places.total },
    });
    return id;
  });
}

function recipientsOf(places: DeliveryFacts["places"], isWanted: boolean, congress: () => FactsIndex, now: Date) {
  if (!isWanted) return { recipients: [], recipientsLeftOut: 0 };
  const at = factsInForce(congress(), now);
  if (at.status !== "inForce") return { recipients: [], recipientsLeftOut: 0 };
  const { recipients, leftOut } = chooseRecipients(at.facts, places, now);
  return { recipients, recipientsLeftOut: leftOut };
}
