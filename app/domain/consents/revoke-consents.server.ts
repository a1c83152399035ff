import { and, eq, notInArray, sql } from "drizzle-orm";
import { type consentPurposes, consents } from "~db/schema/consents";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { endSharings } from "./end-sharings.server";
import { listStandingYeses } from "./standing-yes.server";

/** How a yes was taken back. */
export interface Revocation {
  source: "confirm_page" | "unsubscribe" | "withdrawal";
  /** The language of the page or mail that it was done with. */
  locale: string;
  /** Whether the browser sent `Sec-GPC: 1`. */
  gpc: boolean;
  /** Only what was said to this partner. */
  partnerId?: string;
}

/**
 * Takes back what a signature said yes to, as new rows that name the wording of the yes. Who calls it holds the
 * signature's row, so that nothing is taken back twice.
 */
export async function revokeConsents(
  ctx: Context,
  signature: { campaignId: string; id: string },
  purposes: readonly (typeof consentPurposes)[number][],
  { source, locale, gpc, partnerId }: Revocation,
): Promise<void> {
  const standing = await listStandingYeses(ctx, signature);
  const rows = standing
    .filter((yes) => purposes.includes(yes.purpose) && (partnerId === undefined || yes.partnerId === partnerId))
    .map((yes) => ({
      ...yes,
      id: ctx.newId(),
      granted: false,
      source,
      locale,
      gpc,
      givenAt: ctx.now(),
      recordedAt: ctx.now(),
    }));
  if (rows.length === 0) return;
  await ctx.db.insert(consents).values(rows);
  const partners = rows.flatMap(({ partnerId }) => (partnerId === null ? [] : [partnerId]));
  if (partners.length > 0) await shareNoMore(ctx, signature, partners);
  await endSharings(ctx, signature, rows);
}

async function shareNoMore(ctx: Context, signature: { campaignId: string; id: string }, partnerIds: string[]) {
  const left = sql`(select array_agg(p order by p) from unnest(${signatures.sharedWith}) as p where ${notInArray(sql`p`, partnerIds)})`;
  await ctx.db
    .update(signatures)
    .set({ sharedWith: left })
    .where(and(eq(signatures.campaignId, signature.campaignId), eq(signatures.id, signature.id)));
}
