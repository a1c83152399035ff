import { textDirection } from "~/i18n/text-direction";
import { campaignContent } from "~db/schema/content/campaign-content";
import { petitionContent } from "~db/schema/content/petition-content";
import type { PortalActor } from "../access/portal-actor";
import type { Campaign } from "../campaigns/get-campaign.server";
import { languageOf } from "../campaigns/pick-translation";
import type { Context } from "../context";
import { listCampaignPictures } from "./campaign-pictures.server";
import { factsInHand } from "./facts.server";
import { getTextEditor } from "./text-editor.server";
import { isOptional } from "./text-shape";
import { fieldsOf } from "./typed-fields";
import { isJson, type TypedTexts } from "./typed-texts";

/** Stands where nothing is written yet. */
const NOT_WRITTEN = "…";

/**
 * A campaign as its readers would see it with what the actor has typed, drafts and changes that wait included. In a language
 * in which nothing is written it is shown in its source's, as on the public page.
 * @throws {DomainError} notAllowed, notFound
 */
export async function getCampaignPreview(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  locale: string,
): Promise<Campaign> {
  const own = await getTextEditor(ctx, actor, slug, locale);
  const isWritten = own.locales.includes(locale) || own.texts.petition.unfinishedAt !== null;
  const editor = isWritten ? own : await getTextEditor(ctx, actor, slug, own.locales[0] ?? locale);
  const { campaign, typed } = editor;
  const facts = await factsInHand(ctx, campaign);
  const pictures = await listCampaignPictures(ctx, { image: facts.imageId, logo: facts.logoImageId });
  const fields = fieldsOf(withRequiredLists(typed));
  const language = languageOf({ locale: editor.locale, status: "reviewed", isStale: false });
  const content = campaignContent.parse(filledIn(fields.campaign));
  return {
    ...{ id: campaign.id, slug, address: slug, slugs: new Map() },
    ...{ isFlagship: campaign.isFlagship, isSample: campaign.isSample, goal: facts.goal },
    partner: null,
    ...(campaign.partner && { partner: { ...campaign.partner, country: "" } }),
    branding: { shortName: facts.shortName, colour: facts.brandColour, logo: pictures.logo },
    picture: pictures.image && {
      files: pictures.image,
      alt: content.imageAlt ?? NOT_WRITTEN,
      locale: editor.locale,
      dir: textDirection(editor.locale),
    },
    timeZone: facts.timeZone,
    pausedAt: null,
    petition: {
      id: campaign.petition.id,
      opensAt: facts.opensAt === null ? ctx.now() : new Date(facts.opensAt),
      closesAt: facts.closesAt === null ? null : new Date(facts.closesAt),
    },
    content: { ...content, ...language },
    petitionContent: { ...petitionContent.parse(filledIn(fields.petition)), ...language },
    translations: own.locales.map((one) => ({ locale: one, status: "reviewed" })),
  };
}

/** A list that must not be empty has one part. */
function withRequiredLists(typed: TypedTexts): TypedTexts {
  const lists = new Map(
    [...typed.lists].map(([name, list]) => [
      name,
      !isOptional(name) && list.every((text) => text.trim() === "") ? [NOT_WRITTEN] : list,
    ]),
  );
  return { ...typed, lists };
}

function filledIn(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? NOT_WRITTEN : value;
  if (Array.isArray(value)) return value.map(filledIn);
  if (isJson(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filledIn(part)]));
  return value;
}
