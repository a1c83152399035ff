import { may } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { type CheckedColour, checkColour } from "../branding/brand-colour";
import type { Context } from "../context";
import { DomainError } from "../errors";
import type { PictureFile } from "../images/picture";
import { titleOf } from "./campaign-home.server";
import { listCampaignPictures, type PictureKind } from "./campaign-pictures.server";
import { getCampaignTexts } from "./campaign-texts.server";
import { factsInHand } from "./facts.server";
import { type KeptText, keepTexts } from "./keep-texts.server";
import { getOwnCampaign, mustAsk, type OwnCampaign } from "./own-campaign.server";
import { getTextEditor } from "./text-editor.server";

/** How a campaign looks, as its people see it. */
export interface CampaignLook {
  campaign: OwnCampaign;
  title: string;
  shortName: string | null;
  /** With its least contrast to all that it stands beside. */
  colour: (CheckedColour & { value: string }) | null;
  pictures: Record<PictureKind, PictureFile[] | null>;
  alt: {
    text: string;
    /** The language of the text. */
    locale: string;
    /** Names the version of the campaign's text that it is a part of. */
    seen: string;
    /** The actor may write that text, and has nothing unfinished in it. */
    mayWrite: boolean;
  };
  waitsForHost: boolean;
  mayChange: boolean;
}

/** @throws {DomainError} notAllowed, notFound */
export async function getLook(ctx: Context, actor: PortalActor, slug: string): Promise<CampaignLook> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  const { shortName, brandColour, imageId, logoImageId } = await factsInHand(ctx, campaign);
  return {
    campaign,
    title: titleOf(await getCampaignTexts(ctx, slug), slug),
    shortName,
    colour: brandColour === null ? null : { value: brandColour, ...checkColour(brandColour) },
    pictures: await listCampaignPictures(ctx, { image: imageId, logo: logoImageId }),
    alt: await getAlt(ctx, actor, campaign),
    waitsForHost: mustAsk(actor, campaign) && (campaign.status !== "draft" || campaign.approvedAt !== null),
    mayChange: may(actor, "campaigns.change"),
  };
}

async function getAlt(ctx: Context, actor: PortalActor, campaign: OwnCampaign): Promise<CampaignLook["alt"]> {
  const { typed, texts, isSource, locale } = await getTextEditor(ctx, actor, campaign.slug, campaign.defaultLocale);
  const { basedOn, may: allowed, unfinishedAt, conflict } = texts.campaign;
  return {
    text: typed.texts.get("campaign.imageAlt") ?? "",
    locale,
    seen: basedOn === null ? "" : `${basedOn.number}:${basedOn.sha256}`,
    mayWrite: isSource && basedOn !== null && allowed.save && unfinishedAt === null && conflict === null,
  };
}

/**
 * Says in the campaign's own language what its picture shows, as a draft of its text.
 * @param seen names the version that the writer saw
 * @throws {DomainError} notAllowed, notFound
 */
export async function describePicture(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { alt, seen }: { alt: string; seen: string },
): Promise<KeptText["outcome"]> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.change", slug);
  const locale = campaign.defaultLocale;
  const { typed, texts } = await getTextEditor(ctx, actor, slug, locale);
  if (!texts.campaign.may.save) throw new DomainError("notAllowed");
  const { basedOn } = texts.campaign;
  if (basedOn === null || `${basedOn.number}:${basedOn.sha256}` !== seen) return "conflict";
  const kept = await keepTexts(ctx, actor, slug, {
    locale,
    typed: { ...typed, texts: new Map(typed.texts).set("campaign.imageAlt", alt) },
    basedOn: { petition: texts.petition.basedOn, campaign: basedOn },
    sourceNumber: { petition: null, campaign: null },
    how: "save",
  });
  return kept.campaign.outcome;
}
