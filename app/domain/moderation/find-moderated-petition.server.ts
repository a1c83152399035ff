import { eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import type { Context } from "../context";
import { ModerationError } from "./moderation-error";
import type { ModeratedPetition } from "./signature-criteria.server";

/**
 * Finds the petition of a campaign, published or not.
 * @throws {ModerationError} when there is none
 */
export async function findModeratedPetition(ctx: Pick<Context, "db">, slug: string): Promise<ModeratedPetition> {
  const [found] = await ctx.db
    .select({ campaignId: campaigns.id, petitionId: petitions.id })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .where(eq(campaigns.slug, slug));
  if (!found) throw new ModerationError(`There is no campaign “${slug}” with a petition.`);
  return found;
}
