import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { getCampaignTexts, newestIn } from "./campaign-texts.server";
import { beginCampaign, type CreatedCampaign } from "./create-campaign.server";
import { factsInHand } from "./facts.server";
import { getOwnCampaign } from "./own-campaign.server";
import { type TextKind, textKinds } from "./text-shape";
import { isJson } from "./typed-texts";

export interface CopyInput {
  slug: string;
  title: string;
  /** What is written in this language already is taken along; otherwise its words in its own language, to write over. */
  locale: string;
  /** ISO 3166-1 alpha-2, or empty for the same countries. */
  country: string;
}

/**
 * Begins a campaign as another is now, for another language or country: with its texts, goal, look and time zone, without
 * its dates and signatures.
 * @param from the slug of a campaign that the actor may work on
 * @throws {DomainError} notAllowed, notFound
 */
export async function copyCampaign(
  ctx: Context,
  actor: PortalActor,
  from: string,
  { slug, title, locale, country }: CopyInput,
): Promise<CreatedCampaign> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.change", from);
  const texts = await getCampaignTexts(ctx, from);
  const { opensAt, closesAt, wordings, ...facts } = await factsInHand(ctx, campaign);
  const isThere = textKinds.every((kind) => newestIn(texts[kind], locale) !== null);
  const written = isThere ? locale : campaign.defaultLocale;
  const fieldsIn = (kind: TextKind) => {
    const fields = newestIn(texts[kind], written)?.fields;
    return isJson(fields) ? fields : {};
  };
  const seo = fieldsIn("campaign").seo;
  return beginCampaign(ctx, actor, {
    slug,
    locale,
    facts: { ...facts, countries: country === "" ? facts.countries : [country] },
    fields: {
      petition: { ...fieldsIn("petition"), title },
      // A landing page is the one campaign's that has it.
      campaign: {
        ...fieldsIn("campaign"),
        name: title,
        seo: { ...(isJson(seo) ? seo : {}), title },
        landing: null,
      },
    },
    from,
  });
}
