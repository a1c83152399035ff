import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { findFileOf } from "../images/find-image-file.server";
import { ImageError } from "../images/image-error";
import { listPictures } from "../images/list-pictures.server";
import type { PictureFile } from "../images/picture";
import { storeImage } from "../images/store-image.server";
import { storeLogo } from "../images/store-logo.server";
import { type ChangedFacts, changeFacts } from "./change-facts.server";
import { factsInHand } from "./facts.server";
import { getOwnCampaign } from "./own-campaign.server";

export const pictureKinds = ["image", "logo"] as const;

/** The campaign's picture, or the logo of its organization. */
export type PictureKind = (typeof pictureKinds)[number];

export type GivenPicture = ChangedFacts | { outcome: "refused"; reason: ImageError["reason"] };

/**
 * Gives a campaign another picture or logo; it is seen by its people alone until the campaign, or this change, is public.
 * @param given.body the file; null takes the picture away
 * @throws {DomainError} notAllowed, notFound
 */
export async function givePicture(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  given: { kind: PictureKind; body: Uint8Array | null; basedOn: number },
): Promise<GivenPicture> {
  await getOwnCampaign(ctx, actor, "campaigns.change", slug);
  try {
    const id = given.body && (await store(ctx, given.kind, given.body));
    const change = given.kind === "image" ? { imageId: id } : { logoImageId: id };
    return await changeFacts(ctx, actor, slug, { basedOn: given.basedOn, change });
  } catch (error) {
    if (error instanceof ImageError) return { outcome: "refused", reason: error.reason };
    throw error;
  }
}

function store(ctx: Context, kind: PictureKind, body: Uint8Array): Promise<string> {
  if (kind === "logo") return storeLogo(ctx, { body, isHeld: true });
  return storeImage(ctx, { body, credit: null, isSample: false, isHeld: true });
}

/** The pictures of a campaign as its people see them, what waits for the host included. */
export async function listCampaignPictures(
  ctx: Context,
  ids: Record<PictureKind, string | null>,
): Promise<Record<PictureKind, PictureFile[] | null>> {
  const found = await listPictures(
    ctx,
    pictureKinds.flatMap((kind) => ids[kind] ?? []),
  );
  return { image: found.get(ids.image ?? "")?.files ?? null, logo: found.get(ids.logo ?? "")?.files ?? null };
}

/**
 * The bytes of a picture that a campaign has or is to have, for those who work on it.
 * @throws {DomainError} notAllowed, notFound
 */
export async function findCampaignPicture(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  wanted: Pick<PictureFile, "sha256" | "width" | "format">,
): Promise<Buffer | null> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  const inHand = await factsInHand(ctx, campaign);
  const ids = [campaign.imageId, campaign.logoImageId, inHand.imageId, inHand.logoImageId].filter((id) => id !== null);
  return ids.length === 0 ? null : findFileOf(ctx, ids, wanted);
}
