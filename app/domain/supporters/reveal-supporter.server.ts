import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { auditLog } from "~db/schema/audit";
import { sharings } from "~db/schema/sharings";
import { signatures } from "~db/schema/signatures";
import { authorize, partnerIdOf } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { requireAgreement } from "../organizations/require-agreement.server";
import { recipientOf } from "./recipient.server";
import type { RevealInput } from "./reveal-form";
import { isItsSignature, mayBeKnown, newestWord } from "./shared-with.server";

const DAY_MS = 86_400_000;
const ACTION = "supporter.reveal";

/** People whom one member may look at within a day. Who needs more exports them, which only owners can. */
export const REVEALS_PER_DAY = 100;

export type RevealOutcome =
  | { outcome: "revealed"; supporter: { subjectId: string; name: string; email: string } }
  /** They took their yes back, or their signature does not stand any more. */
  | { outcome: "gone" }
  | { outcome: "tooMany" };

/**
 * Shows one person's name and address, and writes down who looked, at whom and why.
 * @throws {DomainError} notAllowed, agreementMissing, proofNeeded, notFound
 */
export async function revealSupporter(ctx: Context, actor: PortalActor, input: RevealInput): Promise<RevealOutcome> {
  authorize(actor, "supporters.reveal");
  await requireAgreement(ctx, actor);
  requireProof(ctx, actor);
  const recipient = await recipientOf(ctx, actor);
  const word = newestWord(ctx, recipient);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [row] = await db
      .select({
        signatureId: sharings.signatureId,
        nameSealed: signatures.nameSealed,
        emailSealed: signatures.emailSealed,
        mayBeKnown: sql<boolean>`coalesce(${mayBeKnown(recipient, word)}, false)`,
      })
      .from(sharings)
      .innerJoin(signatures, isItsSignature())
      .leftJoinLateral(word, sql`true`)
      .where(
        and(
          eq(sharings.campaignId, input.campaign),
          eq(sharings.subjectId, input.supporter),
          eq(sharings.recipientId, recipient.id),
        ),
      );
    if (row === undefined) throw new DomainError("notFound");
    if (!row.mayBeKnown) return { outcome: "gone" };
    if ((await countReveals(tx, actor)) >= REVEALS_PER_DAY) return { outcome: "tooMany" };
    await recordAudit(tx, {
      actor: actor.name,
      action: ACTION,
      campaignId: input.campaign,
      partnerId: partnerIdOf(actor),
      facts: { signature: row.signatureId, reason: input.reason, ...(input.note !== "" && { note: input.note }) },
    });
    return {
      outcome: "revealed",
      supporter: {
        subjectId: input.supporter,
        name: ctx.vault.open("signature.name", row.nameSealed),
        email: ctx.vault.open("signature.email", row.emailSealed),
      },
    };
  });
}

/** How many people somebody has looked at since this time yesterday. */
async function countReveals(tx: Context, actor: PortalActor): Promise<number> {
  const partnerId = partnerIdOf(actor);
  const [row] = await tx.db
    .select({ number: count() })
    .from(auditLog)
    .where(
      and(
        partnerId === null ? isNull(auditLog.partnerId) : eq(auditLog.partnerId, partnerId),
        gt(auditLog.at, new Date(tx.now().getTime() - DAY_MS)),
        eq(auditLog.action, ACTION),
        eq(auditLog.actor, actor.name),
      ),
    );
  return row?.number ?? 0;
}
