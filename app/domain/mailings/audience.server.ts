import { and, count, eq, inArray, isNull, or, type SQL, sql, sum } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitionContent } from "~db/schema/content/petition-content";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { sharings } from "~db/schema/sharings";
import { signatures } from "~db/schema/signatures";
import { partnerIdOf } from "../access/authorize";
import { groupBy } from "../campaigns/group-by";
import { pickTranslation } from "../campaigns/pick-translation";
import type { Actor } from "../content/actor";
import type { Context } from "../context";
import type { CampaignChoice } from "../supporters/list-shared-campaigns.server";
import { listSharedCampaigns } from "../supporters/list-shared-campaigns.server";
import { type Recipient, recipientOf } from "../supporters/recipient.server";
import { isItsSignature, mayBeKnown, newestWord } from "../supporters/shared-with.server";
import type { Mailing } from "./find-mailing.server";

/** Beyond it, counting who says yes to the very words would keep the page waiting. */
const COUNTED_EXACTLY = 20_000;

/** How many people a mailing would go to, at this moment. */
export interface Audience {
  total: number;
  byLocale: { locale: string; people: number }[];
  /** Counted without looking at each signature: some of them may have been withdrawn. */
  isAbout: boolean;
}

/** Those who say yes to the organization, by language, the largest first. Bounced mailboxes are left out only at sending. */
export async function countAudience(
  ctx: Pick<Context, "db">,
  mailing: Pick<Mailing, "recipientId" | "partnerId" | "campaignId">,
): Promise<Audience> {
  const about = sorted(await countStanding(ctx, mailing));
  if (about.total > COUNTED_EXACTLY) return { ...about, isAbout: true };
  return { ...sorted(await countKnown(ctx, mailing)), isAbout: false };
}

type Whose = Pick<Mailing, "recipientId" | "partnerId" | "campaignId">;

/** By the sharings alone. Each campaign is counted by its own index. */
function countStanding(ctx: Pick<Context, "db">, whose: Whose) {
  const ofOne = ctx.db
    .select({ locale: sharings.locale, people: count().as("people") })
    .from(sharings)
    .where(isAsked(whose))
    .groupBy(sharings.locale)
    .as("of_one");
  return ctx.db
    .select({ locale: ofOne.locale, people: sum(ofOne.people) })
    .from(campaigns)
    .crossJoinLateral(ofOne)
    .where(isIn(whose))
    .groupBy(ofOne.locale);
}

/** By the newest word and the signature of each. */
function countKnown(ctx: Pick<Context, "db">, whose: Whose) {
  const recipient: Recipient = { id: whose.recipientId, partnerId: whose.partnerId };
  const word = newestWord(ctx, recipient);
  const ofOne = ctx.db
    .select({ locale: signatures.locale, people: count().as("people") })
    .from(sharings)
    .innerJoin(signatures, isItsSignature())
    .innerJoinLateral(word, sql`true`)
    .where(and(isAsked(whose), mayBeKnown(recipient, word)))
    .groupBy(signatures.locale)
    .as("of_one");
  return ctx.db
    .select({ locale: ofOne.locale, people: sum(ofOne.people) })
    .from(campaigns)
    .crossJoinLateral(ofOne)
    .where(isIn(whose))
    .groupBy(ofOne.locale);
}

function sorted(rows: { locale: string; people: string | null }[]): Omit<Audience, "isAbout"> {
  const counted = rows.map(({ locale, people }) => ({ locale, people: Number(people ?? 0) }));
  return {
    total: counted.reduce((all, { people }) => all + people, 0),
    byLocale: counted.sort((a, b) => b.people - a.people || (a.locale < b.locale ? -1 : 1)),
  };
}

function isAsked({ recipientId }: Whose): SQL | undefined {
  return and(eq(sharings.campaignId, campaigns.id), eq(sharings.recipientId, recipientId), isNull(sharings.endedAt));
}

function isIn({ campaignId }: Whose): SQL | undefined {
  return campaignId === null ? undefined : eq(campaigns.id, campaignId);
}

/** The campaigns whose supporters an organization can write to: its own, and those in which somebody says yes to it. */
export async function listMailableCampaigns(
  ctx: Pick<Context, "db">,
  actor: Pick<Actor, "organization">,
  locale: string,
): Promise<CampaignChoice[]> {
  const partnerId = partnerIdOf(actor);
  const shared = await listSharedCampaigns(ctx, await recipientOf(ctx, actor), locale);
  const own = await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(partnerId === null ? isNull(campaigns.partnerId) : eq(campaigns.partnerId, partnerId));
  const missing = own.map(({ id }) => id).filter((id) => !shared.some((one) => one.id === id));
  const titles = await petitionTitles(ctx, missing, [locale]);
  return [...shared, ...missing.map((id) => ({ id, title: titles.of(id, locale).title }))];
}

/** What the petitions of campaigns are called, for readers of some languages. */
export async function petitionTitles(
  ctx: Pick<Context, "db">,
  campaignIds: readonly string[],
  locales: readonly string[],
): Promise<{ of(campaignId: string, locale: string): { title: string; locale: string } }> {
  const rows =
    campaignIds.length === 0
      ? []
      : await ctx.db
          .select({ campaign: campaigns, locale: petitionTranslations.locale, content: petitionTranslations.content })
          .from(campaigns)
          .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
          .innerJoin(petitionTranslations, eq(petitionTranslations.petitionId, petitions.id))
          .where(
            and(
              inArray(campaigns.id, [...campaignIds]),
              or(
                inArray(petitionTranslations.locale, [...new Set([...locales, "en"])]),
                eq(petitionTranslations.locale, campaigns.defaultLocale),
              ),
            ),
          );
  const byCampaign = new Map(
    groupBy(rows, ({ campaign }) => campaign.id).map((ofOne) => [ofOne[0].campaign.id, ofOne]),
  );
  return {
    of(campaignId, locale) {
      const texts = byCampaign.get(campaignId) ?? [];
      const campaign = texts[0]?.campaign;
      const text = pickTranslation(texts, locale, campaign?.defaultLocale);
      const title = petitionContent.pick({ title: true }).safeParse(text?.content).data?.title;
      return { title: title ?? campaign?.slug ?? "", locale: text?.locale ?? "en" };
    },
  };
}
