import { and, count, eq, gt, isNull, or, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import { endorsements } from "~db/schema/endorsements";
import { supporterExports } from "~db/schema/exports";
import { outbox } from "~db/schema/outbox";
import { publicSignatures } from "~db/schema/public-signatures";
import { partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { refusalOf } from "../content/rights";
import type { Context } from "../context";
import { isOurs } from "../exports/find-export.server";

/*
 * Numbers of what waits for somebody of an organization. Whoever asks has made sure that the actor may know: they are
 * counted for one page only, which shows what the actor's roles open.
 */

/** Versions of texts that the actor could read and approve, because somebody else wrote them. For the host: of its own. */
export async function countTextsToReview(ctx: Context, actor: PortalActor): Promise<number> {
  const partnerId = partnerIdOf(actor);
  const rows = await ctx.db
    .select({
      kind: contentItems.kind,
      sourceLocale: contentItems.sourceLocale,
      locale: contentRevisions.locale,
      writtenBy: contentRevisions.writtenBy,
    })
    .from(contentRevisions)
    .innerJoin(contentItems, eq(contentItems.id, contentRevisions.itemId))
    .where(
      and(
        eq(contentRevisions.state, "in_review"),
        partnerId === null ? isNull(contentItems.partnerId) : eq(contentItems.partnerId, partnerId),
      ),
    );
  return rows.filter(({ kind, sourceLocale, locale, writtenBy }) => {
    const text = { kind, partnerId, isSource: locale === sourceLocale, writtenBy: [writtenBy] };
    return refusalOf(actor, "approve", text) === null;
  }).length;
}

/** Files of supporters that can be downloaded. */
export async function countReadyExports(ctx: Context, actor: PortalActor): Promise<number> {
  const [row] = await ctx.db
    .select({ number: count() })
    .from(supporterExports)
    .where(
      and(
        isOurs(actor),
        eq(supporterExports.state, "ready"),
        or(isNull(supporterExports.expiresAt), gt(supporterExports.expiresAt, ctx.now())),
      ),
    );
  return row?.number ?? 0;
}

/** Endorsements that nobody has read; for the host, of every campaign. */
export async function countUnreadEndorsements(ctx: Context, actor: PortalActor): Promise<number> {
  const [row] = await ctx.db
    .select({ number: count() })
    .from(endorsements)
    .innerJoin(campaigns, eq(campaigns.id, endorsements.campaignId))
    .where(and(ofOurs(actor), eq(endorsements.state, "confirmed")));
  return row?.number ?? 0;
}

/** Comments that nobody has read, as above. */
export async function countUnreadComments(ctx: Context, actor: PortalActor): Promise<number> {
  const [row] = await ctx.db
    .select({ number: count() })
    .from(publicSignatures)
    .innerJoin(campaigns, eq(campaigns.id, publicSignatures.campaignId))
    // In the words of the index.
    .where(
      and(ofOurs(actor), sql`${publicSignatures.commentState} <> 'none'`, eq(publicSignatures.commentState, "waiting")),
    );
  return row?.number ?? 0;
}

/** Jobs that were given up. */
export async function countDeadJobs(ctx: Pick<Context, "db">): Promise<number> {
  const [row] = await ctx.db.select({ number: count() }).from(outbox).where(sql`${outbox.deadAt} is not null`);
  return row?.number ?? 0;
}

function ofOurs(actor: PortalActor) {
  const partnerId = partnerIdOf(actor);
  return partnerId === null ? undefined : eq(campaigns.partnerId, partnerId);
}
