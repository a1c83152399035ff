import { and, asc, count, eq, exists, gt, gte, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import type { supporterExports } from "~db/schema/exports";
import { sharings } from "~db/schema/sharings";
import type { Context } from "../context";
import { type ExportCursor, exportCursor } from "./export-rows";

/** Whose yeses are gone through, and how far that has come: an export, or a mailing. */
export type SharingsOrder = Pick<
  typeof supporterExports.$inferSelect,
  "recipientId" | "requestedAt" | "campaignId" | "sinceFrom" | "sinceBefore" | "cursor"
>;

export interface SharingsOfCampaign {
  campaignId: string;
  signatureIds: string[];
  /** Of the last of them. */
  cursor: ExportCursor;
}

/**
 * The next sharings that an export has not looked at, all of one campaign, by the index `sharings_standing`; null at the
 * end. A yes said after the request is not among them: the order then has an end, and nobody can move within it, because
 * a sharing keeps its moment for as long as the yes stands.
 */
export async function nextSharings(
  ctx: Pick<Context, "db">,
  order: SharingsOrder,
  limit: number,
): Promise<SharingsOfCampaign | null> {
  const cursor = order.cursor === null ? null : exportCursor.parse(order.cursor);
  if (cursor !== null) {
    const rest = await readCampaign(ctx, order, cursor.campaignId, cursor, limit);
    if (rest !== null) return rest;
  }
  const [next] = await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        cursor === null ? undefined : gt(campaigns.id, cursor.campaignId),
        order.campaignId === null ? undefined : eq(campaigns.id, order.campaignId),
        hasAny(ctx, order),
      ),
    )
    .orderBy(asc(campaigns.id))
    .limit(1);
  return next === undefined ? null : readCampaign(ctx, order, next.id, null, limit);
}

/** How many sharings an export will look at. */
export async function countSharings(ctx: Pick<Context, "db">, order: SharingsOrder): Promise<number> {
  const ofOne = ctx.db
    .select({ number: count().as("number") })
    .from(sharings)
    .where(and(eq(sharings.campaignId, campaigns.id), isOrdered(order)))
    .as("of_one");
  const [row] = await ctx.db
    .select({ number: sql<string>`coalesce(sum(${ofOne.number}), 0)` })
    .from(campaigns)
    .crossJoinLateral(ofOne)
    .where(order.campaignId === null ? undefined : eq(campaigns.id, order.campaignId));
  return Number(row?.number ?? 0);
}

async function readCampaign(
  ctx: Pick<Context, "db">,
  order: SharingsOrder,
  campaignId: string,
  cursor: ExportCursor | null,
  limit: number,
): Promise<SharingsOfCampaign | null> {
  const rows = await ctx.db
    .select({ signatureId: sharings.signatureId, subjectId: sharings.subjectId, since: sharings.since })
    .from(sharings)
    .where(
      and(
        eq(sharings.campaignId, campaignId),
        isOrdered(order),
        cursor === null
          ? undefined
          : sql`(${sharings.since}, ${sharings.subjectId}) > (${cursor.since}::timestamptz, ${cursor.subjectId}::uuid)`,
      ),
    )
    .orderBy(asc(sharings.since), asc(sharings.subjectId))
    .limit(limit);
  const last = rows.at(-1);
  if (last === undefined) return null;
  return {
    campaignId,
    signatureIds: rows.map(({ signatureId }) => signatureId),
    cursor: { campaignId, since: last.since.toISOString(), subjectId: last.subjectId },
  };
}

function hasAny(ctx: Pick<Context, "db">, order: SharingsOrder): SQL {
  return exists(
    ctx.db
      .select({ id: sharings.subjectId })
      .from(sharings)
      .where(and(eq(sharings.campaignId, campaigns.id), isOrdered(order))),
  );
}

function isOrdered({ recipientId, requestedAt, sinceFrom, sinceBefore }: SharingsOrder): SQL | undefined {
  return and(
    eq(sharings.recipientId, recipientId),
    isNull(sharings.endedAt),
    lte(sharings.since, requestedAt),
    sinceFrom === null ? undefined : gte(sharings.since, sinceFrom),
    sinceBefore === null ? undefined : lt(sharings.since, sinceBefore),
  );
}
