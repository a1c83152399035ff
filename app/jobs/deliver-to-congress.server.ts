import { setTimeout as sleep } from "node:timers/promises";
import { composeCwc } from "~/domain/deliveries/compose-cwc";
import type { Chamber, CwcGateway, CwcOutcome, CwcProfile } from "~/domain/deliveries/cwc-channel";
import { cwcMessage } from "~/domain/deliveries/cwc-message";
import { cwcXml, isWellFormed } from "~/domain/deliveries/cwc-xml";
import type { FailureReason } from "~/domain/deliveries/delivery-states";
import { type DeliveryEnd, endDelivery } from "~/domain/deliveries/end-delivery.server";
import { maintenanceUntil } from "~/domain/deliveries/maintenance";
import { findDelivery, markSubmitted } from "~/domain/deliveries/next-delivery.server";
import { cwcOfficeCode } from "~/domain/deliveries/office-code";
import { isOwnConstituent } from "~/domain/deliveries/own-constituent";
import { PATIENCE_DAYS } from "~/domain/deliveries/retention";
import { openConstituent, openMessage } from "~/domain/deliveries/sealed-parts";
import { factsInForce } from "~/domain/lawmakers/facts-in-force";
import { findOffice } from "~/domain/lawmakers/find-office";
import { type JobPayload, jobs } from "~/domain/outbox/jobs";
import { errorFacts } from "~/services/log.server";
import { spreadOf } from "./back-off";
import type { JobContext } from "./job-context";
import type { RunEnd } from "./runners.server";

type Payload = JobPayload<"deliver-to-congress">;
type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

const DAY_MS = 86_400_000;
/** A wait that is worth holding a place for; a longer one gives it to others. */
const SHORT_WAIT_MS = 1_000;
const FIRST_DELAY_MS = 15_000;
const LONGEST_DELAY_MS = 3_600_000;
const LOCKED_OUT_MS = 600_000;

/**
 * Hands one message to the gateway of its chamber. It looks again before it does: at the state, at the office, at where
 * the person lives. It may be cut short at any point and done again: the same DeliveryId with the same bytes is known there.
 */
export async function deliverToCongress(ctx: JobContext, payload: Payload, cutting?: AbortSignal): Promise<RunEnd> {
  const delivery = await findDelivery(ctx, payload);
  if (delivery === null) return "done";
  const chamber: Chamber = delivery.officeCode.startsWith("H") ? "house" : "senate";
  const gateway = ctx.cwc?.gateways[chamber];
  if (!ctx.cwc || !gateway) return tryLater(ctx, payload, delivery, "no credentials", LOCKED_OUT_MS);
  const now = ctx.now();

  const fault = whyNot(ctx, delivery, now);
  if (fault !== null) return fail(ctx, payload, fault);
  const until = maintenanceUntil(chamber, now);
  // Not all at once when the gateway is back.
  if (until !== null)
    return { later: new Date(until.getTime() + 60_000 * spreadOf(delivery.id)), reason: "maintenance" };

  const active = await gateway.activeOffices().catch((error: unknown) => {
    ctx.log.warn("offices of Congress could not be listed", { chamber, ...errorFacts(error) });
    return null;
  });
  if (active === null) return tryLater(ctx, payload, delivery, "no list of offices");
  if (!active.has(delivery.officeCode)) return fail(ctx, payload, "officeNotActive");
  const xml = write(ctx, ctx.cwc.profile, delivery);
  if (xml === null) return fail(ctx, payload, "notTaken");

  const waitMs = gateway.waitMs();
  if (waitMs > SHORT_WAIT_MS) return put(ctx, payload, waitMs, "pace");
  await sleep(waitMs);
  if (!(await markSubmitted(ctx, payload))) return "done";
  return settle(ctx, payload, delivery, chamber, await send(gateway, xml, cutting), cutting);
}

function send(gateway: CwcGateway, xml: string, cutting?: AbortSignal): Promise<CwcOutcome> {
  return cutting === undefined ? gateway.send(xml) : gateway.send(xml, cutting);
}

/** Why a message must not be handed over any more; null where it may. */
function whyNot(ctx: JobContext, delivery: Delivery, now: Date): FailureReason | null {
  const index = ctx.facts.current();
  const at = factsInForce(index, now);
  if (at.status !== "inForce" || at.facts.origin.congress !== delivery.congress) return "congressOver";
  const lawmaker = findOffice(index, delivery.bioguide, now)?.lawmaker;
  if (!lawmaker || cwcOfficeCode(lawmaker) !== delivery.officeCode) return "officeChanged";
  const { state, zip } = openConstituent(ctx, delivery.constituentSealed);
  return isOwnConstituent(at.facts, lawmaker, { state, zip }) ? null : "notYours";
}

/** The message as XML, or null where it does not keep the schema's rules, which its form has checked before. */
function write(ctx: JobContext, profile: CwcProfile, delivery: Delivery): string | null {
  const message = cwcMessage.safeParse(
    composeCwc(ctx, {
      profile,
      campaignId: delivery.campaignId,
      deliveryId: delivery.deliveryId,
      officeCode: delivery.officeCode,
      confirmedAt: delivery.confirmedAt,
      constituent: openConstituent(ctx, delivery.constituentSealed),
      message: openMessage(ctx, delivery.messageSealed),
    }),
  );
  if (message.success) {
    const xml = cwcXml(message.data);
    if (isWellFormed(xml)) return xml;
  }
  const fields = (message.error?.issues ?? []).map(({ path }) => path.join(".")).join(", ");
  ctx.log.error("message to Congress is not valid", { delivery: delivery.id, fields });
  return null;
}

async function settle(
  ctx: JobContext,
  payload: Payload,
  delivery: Delivery,
  chamber: Chamber,
  outcome: CwcOutcome,
  cutting?: AbortSignal,
): Promise<RunEnd> {
  switch (outcome.result) {
    case "accepted":
      return end(ctx, payload, { state: "accepted" });
    case "rejected":
      ctx.log.warn("message to Congress was refused", { delivery: delivery.id, reasons: outcome.reasons.join(", ") });
      return end(ctx, payload, { state: "rejected", reasons: outcome.reasons });
    case "limited":
      return put(ctx, payload, outcome.afterMs, "slow down");
    case "locked-out":
      ctx.log.error("gateway of Congress lets nobody in", { chamber, reason: outcome.reason });
      return tryLater(ctx, payload, delivery, outcome.reason, LOCKED_OUT_MS);
    case "retry":
      if (cutting?.aborted) return { later: ctx.now(), reason: outcome.reason };
      return tryLater(ctx, payload, delivery, outcome.reason, outcome.afterMs);
  }
}

/** Asks again, more seldom the longer it lasts, and gives up for good after some days. */
async function tryLater(
  ctx: JobContext,
  payload: Payload,
  delivery: Delivery,
  reason: string,
  afterMs = 0,
): Promise<RunEnd> {
  const ageMs = ctx.now().getTime() - delivery.confirmedAt.getTime();
  // Giving the job up ends the delivery as well, see `failGivenUp`.
  if (ageMs > PATIENCE_DAYS * DAY_MS) return { hopeless: reason };
  const delayMs = Math.min(Math.max(ageMs / 3, FIRST_DELAY_MS), LONGEST_DELAY_MS);
  return put(ctx, payload, Math.max(delayMs, afterMs), reason);
}

/** Puts the job off, never for less than `afterMs`, and not together with all the others. */
function put(ctx: JobContext, { deliveryId }: Payload, afterMs: number, reason: string): RunEnd {
  return { later: new Date(ctx.now().getTime() + afterMs * (0.25 + spreadOf(deliveryId))), reason };
}

function fail(ctx: JobContext, payload: Payload, reason: FailureReason): Promise<RunEnd> {
  return end(ctx, payload, { state: "failed", reasons: [reason] });
}

async function end(ctx: JobContext, { campaignId, deliveryId }: Payload, how: DeliveryEnd): Promise<RunEnd> {
  await ctx.db.transaction((db) => endDelivery({ ...ctx, db }, { campaignId, id: deliveryId }, how));
  return "done";
}

/** Ends the delivery of a job that is given up, and wipes it. */
export async function failGivenUp(tx: JobContext, payload: unknown): Promise<void> {
  const known = jobs["deliver-to-congress"].payload.safeParse(payload);
  if (!known.success) return;
  const { campaignId, deliveryId } = known.data;
  await endDelivery(tx, { campaignId, id: deliveryId }, { state: "failed", reasons: ["noAnswer"] });
}
