import { and, count, eq, gt, inArray } from "drizzle-orm";
import { auditLog } from "~db/schema/audit";
import { signatures } from "~db/schema/signatures";
import { authorize } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import type { RevealInput } from "../supporters/reveal-form";
import { REVEALS_PER_DAY, type RevealOutcome } from "../supporters/reveal-supporter.server";

const DAY_MS = 86_400_000;
const ACTION = "suspect.reveal";

/**
 * Shows the name and address behind one signature that is held or suspicious, and writes down who looked and why. It is
 * for those who may see supporters: letting signatures go, or striking them, needs nobody's name.
 * @param input.supporter the signature's id
 * @throws {DomainError} notAllowed, proofNeeded, notFound
 */
export async function revealSuspect(ctx: Context, actor: PortalActor, input: RevealInput): Promise<RevealOutcome> {
  authorize(actor, "moderation.act");
  authorize(actor, "supporters.reveal");
  requireProof(ctx, actor);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [row] = await db
      .select()
      .from(signatures)
      .where(and(eq(signatures.campaignId, input.campaign), eq(signatures.id, input.supporter)));
    // Whoever nobody suspects is looked at among the supporters, where they said yes to that.
    if (row === undefined || (row.heldAt === null && row.signals.length === 0)) throw new DomainError("notFound");
    if (row.state !== "pending" && row.state !== "confirmed") return { outcome: "gone" };
    if ((await countReveals(tx, actor)) >= REVEALS_PER_DAY) return { outcome: "tooMany" };
    await recordAudit(tx, {
      actor: actor.name,
      action: ACTION,
      campaignId: input.campaign,
      facts: { signature: row.id, reason: input.reason, ...(input.note !== "" && { note: input.note }) },
    });
    return {
      outcome: "revealed",
      supporter: {
        subjectId: row.id,
        name: ctx.vault.open("signature.name", row.nameSealed),
        email: ctx.vault.open("signature.email", row.emailSealed),
      },
    };
  });
}

/** How many people somebody has looked at, anywhere, since this time yesterday. */
async function countReveals(tx: Context, actor: PortalActor): Promise<number> {
  const [row] = await tx.db
    .select({ number: count() })
    .from(auditLog)
    .where(
      and(
        gt(auditLog.at, new Date(tx.now().getTime() - DAY_MS)),
        inArray(auditLog.action, [ACTION, "supporter.reveal"]),
        eq(auditLog.actor, actor.name),
      ),
    );
  return row?.number ?? 0;
}
