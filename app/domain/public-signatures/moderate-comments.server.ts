import { and, asc, count, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { campaigns } from "~db/schema/campaigns";
import { publicSignatures } from "~db/schema/public-signatures";
import { signatures } from "~db/schema/signatures";
import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { requireAgreement } from "../organizations/require-agreement.server";
import { enqueue } from "../outbox/enqueue.server";

const PAGE_SIZE = 20;

/** What those who read comments can look at; a rejected one is deleted. */
export const commentStates = ["waiting", "approved"] as const;
export type ReadableCommentState = (typeof commentStates)[number];

/** A comment as it would stand on the delivered petition. */
export interface ModeratedComment {
  campaignId: string;
  campaignSlug: string;
  signatureId: string;
  /** Null where its signer does not show their name. */
  name: string | null;
  comment: string;
  country: string;
  recordedAt: Date;
}

/** Comments on an organization's campaigns, those that have waited for longest first. */
export async function listComments(
  ctx: Context,
  actor: PortalActor,
  { state, page }: { state: ReadableCommentState; page: number },
) {
  authorize(actor, "endorsements.moderate");
  await requireAgreement(ctx, actor);
  const partnerId = partnerIdOf(actor);
  const isOurs = partnerId === null ? undefined : eq(campaigns.partnerId, partnerId);
  const counted = await ctx.db
    .select({ state: publicSignatures.commentState, total: count() })
    .from(publicSignatures)
    .innerJoin(campaigns, eq(campaigns.id, publicSignatures.campaignId))
    .where(isOurs)
    .groupBy(publicSignatures.commentState);
  const counts = Object.fromEntries(
    commentStates.map((one) => [one, counted.find((row) => row.state === one)?.total ?? 0]),
  );
  const pages = Math.max(1, Math.ceil((counts[state] ?? 0) / PAGE_SIZE));
  const at = Math.min(page, pages);
  const order = state === "waiting" ? asc : desc;
  const rows = await ctx.db
    .select({
      shown: publicSignatures,
      slug: campaigns.slug,
      nameSealed: signatures.nameSealed,
      country: signatures.country,
    })
    .from(publicSignatures)
    .innerJoin(campaigns, eq(campaigns.id, publicSignatures.campaignId))
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, publicSignatures.campaignId), eq(signatures.id, publicSignatures.signatureId)),
    )
    .where(and(isOurs, eq(publicSignatures.commentState, state)))
    .orderBy(order(publicSignatures.signatureId))
    .limit(PAGE_SIZE)
    .offset((at - 1) * PAGE_SIZE);
  return {
    counts,
    page: at,
    pages,
    comments: rows.map(({ shown, slug, nameSealed, country }): ModeratedComment => {
      const { campaignId, signatureId, showsName, commentSealed, recordedAt } = shown;
      return {
        ...{ campaignId, signatureId, campaignSlug: slug, country, recordedAt },
        name: showsName ? ctx.vault.open("signature.name", nameSealed) : null,
        comment: commentSealed === null ? "" : ctx.vault.open("signature.comment", commentSealed),
      };
    }),
  };
}

export const commentForm = z.object({ campaign: z.uuid("required"), id: z.uuid("required") });

/**
 * Lets a comment be shown, or deletes it. Deciding twice does it once.
 * @returns `outdated` where its signer took it back meanwhile, or somebody else rejected it
 * @throws {DomainError} notFound, notAllowed, agreementMissing
 */
export async function decideOnComment(
  ctx: Context,
  actor: PortalActor,
  { campaign: campaignId, id: signatureId }: z.output<typeof commentForm>,
  decision: "approved" | "rejected",
): Promise<"decided" | "outdated"> {
  authorize(actor, "endorsements.moderate");
  await requireAgreement(ctx, actor);
  const [campaign] = await ctx.db
    .select({ partnerId: campaigns.partnerId })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (campaign === undefined) throw new DomainError("notFound");
  authorize(actor, "endorsements.moderate", campaign);
  const isThis = and(eq(publicSignatures.campaignId, campaignId), eq(publicSignatures.signatureId, signatureId));
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [held] = await db.select().from(publicSignatures).where(isThis).for("update");
    if (held?.commentState === decision) return "decided";
    if (held === undefined || held.commentSealed === null) return "outdated";
    await db
      .update(publicSignatures)
      .set({
        commentState: decision,
        moderatedAt: ctx.now(),
        moderatedBy: actor.userId,
        // What is not to be shown is not kept.
        ...(decision === "rejected" && { commentSealed: null }),
      })
      .where(isThis);
    if (held.commentState === "approved") await enqueue(tx, "end-petition-deliveries", { campaignId });
    await recordAudit(tx, {
      actor: actor.userId,
      action: decision === "approved" ? "comment.approve" : "comment.reject",
      campaignId,
      partnerId: campaign.partnerId,
      facts: { signature: signatureId },
    });
    return "decided";
  });
}
