import { and, eq, inArray } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitionContent } from "~db/schema/content/petition-content";
import { publicEndorsements } from "~db/schema/endorsements";
import { hosts } from "~db/schema/hosts";
import { partners } from "~db/schema/partners";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { pickTranslation, wantedLocales } from "../campaigns/pick-translation";
import type { Context } from "../context";
import { DomainError } from "../errors";
import type { DeliveryFacts } from "./delivery-facts";
import { publishPlaces } from "./publish-places";
import { readCells } from "./read-cells.server";

/**
 * What the documents of a campaign say now, but for those who get a version of their own.
 * @throws {DomainError} notFound where the campaign has no petition in a language that suits
 */
export async function gatherFacts(
  ctx: Context,
  campaignId: string,
  locale: string,
): Promise<Omit<DeliveryFacts, "recipients" | "recipientsLeftOut">> {
  const [row] = await ctx.db
    .select({ campaign: campaigns, petition: petitions, partner: partners.name, host: hosts.name })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .innerJoin(hosts, eq(hosts.id, campaigns.hostId))
    .leftJoin(partners, eq(partners.id, campaigns.partnerId))
    .where(eq(campaigns.id, campaignId));
  if (row === undefined) throw new DomainError("notFound");
  const { campaign, petition, partner, host } = row;
  const texts = await ctx.db
    .select({ locale: petitionTranslations.locale, content: petitionTranslations.content })
    .from(petitionTranslations)
    .where(
      and(
        eq(petitionTranslations.petitionId, petition.id),
        inArray(petitionTranslations.locale, wantedLocales(locale, campaign.defaultLocale)),
      ),
    );
  const text = pickTranslation(texts, locale, campaign.defaultLocale);
  if (text === null) throw new DomainError("notFound");
  const { title, addressedTo, summary, statement, demands } = petitionContent.parse(text.content);
  const endorsed = await ctx.db
    .select({ id: publicEndorsements.id })
    .from(publicEndorsements)
    .where(eq(publicEndorsements.campaignId, campaignId))
    .orderBy(publicEndorsements.kind, publicEndorsements.since, publicEndorsements.id);
  return {
    goal: campaign.goal,
    opensAt: petition.opensAt.toISOString(),
    closesAt: petition.closesAt?.toISOString() ?? null,
    organizer: partner ?? host,
    petition: { title, addressedTo, summary, statement, demands, locale: text.locale },
    places: publishPlaces(await readCells(ctx, campaignId)),
    endorsements: endorsed.map(({ id }) => id),
  };
}
