import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { campaigns } from "~db/schema/campaigns";
import { dailyNumbers, hourlyNumbers } from "~db/schema/numbers";
import { petitions } from "~db/schema/petitions";
import { petitionTotals } from "~db/schema/totals";

/** A campaign with its petition, by its slug. */
export async function campaignOf(ctx: Context, slug: string) {
  const [found] = await ctx.db
    .select({ id: campaigns.id, partnerId: campaigns.partnerId, petitionId: petitions.id })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .where(eq(campaigns.slug, slug));
  if (!found) throw new Error(`There is no campaign ${slug}.`);
  return found;
}

/** The campaign of a partner of the seed. */
export async function campaignOfPartner(ctx: Context, partnerId: string): Promise<{ id: string; slug: string }> {
  const [found] = await ctx.db
    .select({ id: campaigns.id, slug: campaigns.slug })
    .from(campaigns)
    .where(eq(campaigns.partnerId, partnerId));
  if (!found) throw new Error("The partner has no campaign.");
  return found;
}

type Series = (typeof dailyNumbers.$inferSelect)["series"];

/** Writes numbers as the roll-up leaves them. */
export async function writeDays(
  ctx: Context,
  campaignId: string,
  rows: readonly [series: Series, day: string, value: string, count: number][],
): Promise<void> {
  await ctx.db
    .insert(dailyNumbers)
    .values(rows.map(([series, day, value, count]) => ({ campaignId, series, day, value, count })));
}

export async function writeHours(
  ctx: Context,
  campaignId: string,
  rows: readonly [series: "signed" | "confirmed", hour: string, count: number][],
): Promise<void> {
  await ctx.db
    .insert(hourlyNumbers)
    .values(rows.map(([series, hour, count]) => ({ campaignId, series, hour: new Date(`${hour}:00Z`), count })));
}

export async function writeTotal(
  ctx: Context,
  { id, petitionId }: { id: string; petitionId: string },
  count: number,
): Promise<void> {
  await ctx.db.insert(petitionTotals).values({ campaignId: id, petitionId, count, updatedAt: ctx.now() });
}
