import { eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import type { Context } from "../context";

export async function findCampaignSlug(ctx: Context, campaignId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, campaignId));
  return row?.slug ?? null;
}
