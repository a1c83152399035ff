import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { consents } from "~db/schema/consents";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";

/**
 * Whether the newest word about the newsletter is yes, for a query that reads `signatures`. Where a yes and a no
 * were recorded at one instant, the no counts.
 */
export function hasNewsletterYes(ctx: Pick<Context, "db">): SQL<boolean> {
  const newest = ctx.db
    .select({ granted: consents.granted })
    .from(consents)
    .where(
      and(
        eq(consents.campaignId, signatures.campaignId),
        eq(consents.signatureId, signatures.id),
        eq(consents.purpose, "newsletter"),
      ),
    )
    .orderBy(desc(consents.recordedAt), asc(consents.granted))
    .limit(1);
  return sql<boolean>`coalesce(${newest}, false)`;
}

/** The consents of a signature that nothing has taken back since, one for each purpose and partner. */
export async function listStandingYeses(ctx: Pick<Context, "db">, signature: { campaignId: string; id: string }) {
  const newest = await ctx.db
    .selectDistinctOn([consents.purpose, consents.partnerId])
    .from(consents)
    .where(and(eq(consents.campaignId, signature.campaignId), eq(consents.signatureId, signature.id)))
    .orderBy(consents.purpose, consents.partnerId, desc(consents.recordedAt), asc(consents.granted));
  return newest.filter(({ granted }) => granted);
}
