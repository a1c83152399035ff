import { and, count, desc, eq, inArray, lte } from "drizzle-orm";
import { strikes } from "~db/schema/moderation";
import { signatures } from "~db/schema/signatures";
import { admitOrderer, type Orderer } from "../access/orderer";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { enqueue } from "../outbox/enqueue.server";
import { patience } from "../signatures/in-batches";
import { ModerationError } from "./moderation-error";
import { type ModeratedPetition, meets, type SignatureCriteria, signatureCriteria } from "./signature-criteria.server";

export type Strike = typeof strikes.$inferSelect;

/** What a strike would meet. Only confirmed and pending signatures would be struck. */
export interface StrikePreview {
  confirmed: number;
  pending: number;
  withdrawn: number;
  struck: number;
}

/** Counts what meets the criteria; changes nothing. */
export async function previewStrike(
  ctx: Pick<Context, "db">,
  petition: ModeratedPetition,
  criteria: SignatureCriteria,
): Promise<StrikePreview> {
  return ctx.db.transaction(async (db) => {
    await db.execute(patience);
    const rows = await db
      .select({ state: signatures.state, number: count() })
      .from(signatures)
      .where(meets(petition, signatureCriteria.parse(criteria)))
      .groupBy(signatures.state);
    const numberOf = (state: keyof StrikePreview) => rows.find((row) => row.state === state)?.number ?? 0;
    return {
      confirmed: numberOf("confirmed"),
      pending: numberOf("pending"),
      withdrawn: numberOf("withdrawn"),
      struck: numberOf("struck"),
    };
  });
}

/**
 * Orders a strike of all confirmed and pending signatures that meet the criteria now. A worker carries it out, in
 * batches; until then nothing changes. The same order twice, told by its id, is one.
 * @throws {DomainError} notAllowed, proofNeeded; notFound where the id is another campaign's strike
 */
export async function orderStrike(
  ctx: Context,
  petition: ModeratedPetition,
  order: { criteria: SignatureCriteria; reason: string; by: Orderer; id?: string },
): Promise<Strike> {
  const by = admitOrderer(ctx, order.by, { permission: "moderation.act", isGrave: true });
  const criteria = signatureCriteria.parse(order.criteria);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await db.execute(patience);
    if (order.id !== undefined) {
      const [known] = await db.select().from(strikes).where(eq(strikes.id, order.id));
      if (known?.campaignId === petition.campaignId) return known;
      if (known !== undefined) throw new DomainError("notFound");
    }
    const orderedAt = ctx.now();
    const [met] = await db
      .select({ number: count() })
      .from(signatures)
      .where(isToStrike(petition, criteria, orderedAt));
    const matched = met?.number ?? 0;
    const [strike] = await db
      .insert(strikes)
      .values({
        id: order.id ?? ctx.newId(),
        campaignId: petition.campaignId,
        petitionId: petition.petitionId,
        criteria,
        reason: order.reason,
        state: "queued",
        matched,
        orderedBy: by,
        orderedAt,
      })
      .returning();
    if (!strike) throw new Error("The strike was not written.");
    await enqueue(tx, "strike-signatures", { strikeId: strike.id });
    await recordAudit(tx, {
      actor: by,
      action: "strike.order",
      campaignId: petition.campaignId,
      facts: { strikeId: strike.id, matched, ...criteria },
    });
    return strike;
  });
}

/** Confirmed and pending ones that were there when the strike was ordered: it strikes what staff saw, and it ends. */
export function isToStrike(petition: ModeratedPetition, criteria: SignatureCriteria, orderedAt: Date) {
  return and(
    meets(petition, criteria),
    inArray(signatures.state, ["confirmed", "pending"]),
    lte(signatures.signedAt, orderedAt),
  );
}

/**
 * Stops a strike between two batches. What it has struck stays struck and can be undone.
 * @throws {ModerationError} when it is not under way; {DomainError} notAllowed
 */
export async function cancelStrike(ctx: Context, strikeId: string, by: Orderer): Promise<Strike> {
  return change(ctx, strikeId, {
    from: ["queued", "running"],
    to: { state: "cancelled", finishedAt: ctx.now() },
    refusal: "Only a strike that waits or is under way can be cancelled.",
    audit: { actor: admitOrderer(ctx, by, { permission: "moderation.act" }), action: "strike.cancel" },
  });
}

/**
 * Orders that exactly those signatures be given back that a strike has struck: confirmed where they were, else
 * pending. A worker does it, in batches.
 * @throws {ModerationError} when there is nothing to undo; {DomainError} notAllowed, proofNeeded
 */
export async function undoStrike(ctx: Context, strikeId: string, by: Orderer): Promise<Strike> {
  return change(ctx, strikeId, {
    from: ["done", "cancelled"],
    to: { state: "undoing", progress: 0, cursor: null, finishedAt: null },
    refusal: "Only a strike that is done or cancelled can be undone.",
    audit: { actor: admitOrderer(ctx, by, { permission: "moderation.act", isGrave: true }), action: "strike.undo" },
    alsoDo: (tx) => enqueue(tx, "strike-signatures", { strikeId }),
  });
}

interface Change {
  from: Strike["state"][];
  to: Partial<Strike>;
  refusal: string;
  audit: { actor: string; action: string };
  alsoDo?: (tx: Context) => Promise<void>;
}

async function change(ctx: Context, strikeId: string, { from, to, refusal, audit, alsoDo }: Change): Promise<Strike> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [changed] = await db
      .update(strikes)
      .set(to)
      .where(and(eq(strikes.id, strikeId), inArray(strikes.state, from)))
      .returning();
    if (!changed) throw new ModerationError(refusal);
    await alsoDo?.(tx);
    await recordAudit(tx, {
      ...audit,
      campaignId: changed.campaignId,
      facts: { strikeId, progress: changed.progress },
    });
    return changed;
  });
}

/** The newest strikes of a campaign, the latest first. */
export function listStrikes(ctx: Pick<Context, "db">, campaignId: string, atMost = 20): Promise<Strike[]> {
  return ctx.db
    .select()
    .from(strikes)
    .where(eq(strikes.campaignId, campaignId))
    .orderBy(desc(strikes.orderedAt), desc(strikes.id))
    .limit(atMost);
}
