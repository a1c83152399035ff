import { and, desc, eq, exists, inArray, isNull, or } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitionContent } from "~db/schema/content/petition-content";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { sharings } from "~db/schema/sharings";
import { groupBy } from "../campaigns/group-by";
import { pickTranslation, wantedLocales } from "../campaigns/pick-translation";
import type { Context } from "../context";
import type { Recipient } from "./recipient.server";

/** A campaign to choose people by. */
export interface CampaignChoice {
  id: string;
  title: string;
}

/** The campaigns in which somebody says yes to a recipient, the newest first. */
export async function listSharedCampaigns(
  ctx: Pick<Context, "db">,
  recipient: Recipient,
  locale: string,
): Promise<CampaignChoice[]> {
  const anySharing = ctx.db
    .select({ id: sharings.subjectId })
    .from(sharings)
    .where(
      and(eq(sharings.campaignId, campaigns.id), eq(sharings.recipientId, recipient.id), isNull(sharings.endedAt)),
    );
  const rows = await ctx.db
    .select({ campaign: campaigns, locale: petitionTranslations.locale, content: petitionTranslations.content })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .innerJoin(petitionTranslations, eq(petitionTranslations.petitionId, petitions.id))
    .where(
      and(
        exists(anySharing),
        or(
          inArray(petitionTranslations.locale, wantedLocales(locale)),
          eq(petitionTranslations.locale, campaigns.defaultLocale),
        ),
      ),
    )
    .orderBy(desc(campaigns.publishedAt), campaigns.slug);
  return groupBy(rows, ({ campaign }) => campaign.id).map((ofOne) => {
    const { id, slug, defaultLocale } = ofOne[0].campaign;
    const text = pickTranslation(ofOne, locale, defaultLocale);
    return { id, title: petitionContent.pick({ title: true }).safeParse(text?.content).data?.title ?? slug };
  });
}
