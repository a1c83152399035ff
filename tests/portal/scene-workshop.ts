import sharp from "sharp";
import type { Context } from "~/domain/context";
import { planForHost } from "~/domain/workshop/approvals.server";
import { askHost } from "~/domain/workshop/ask-host.server";
import { givePicture } from "~/domain/workshop/campaign-pictures.server";
import { getLook } from "~/domain/workshop/look.server";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import type { Scene } from "./scene";

/** A campaign of the partner whose new logo waits for the host. */
export interface WorkshopThings {
  /** Its slug. */
  campaign: string;
  /** Of its facts. */
  version: string;
  /** What the host sees when it decides. */
  fingerprint: string;
  /** The version of the text that describes its picture. */
  alt: string;
  /** Parts of the address of the logo. */
  picture: { hash: string; file: string };
}

export async function prepareWorkshop(
  ctx: Context,
  { members, numbers: { campaign } }: Pick<Scene, "members" | "numbers">,
): Promise<WorkshopThings> {
  const { actor } = members.owner;
  const { factsVersion } = await getOwnCampaign(ctx, actor, "campaigns.read", campaign);
  const body = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#0b5d3b" } })
    .png()
    .toBuffer();
  await givePicture(ctx, actor, campaign, { kind: "logo", body, basedOn: factsVersion });
  await askHost(ctx, actor, campaign, { note: null, publishAt: null });
  const { pictures, alt } = await getLook(ctx, actor, campaign);
  const [file] = pictures.logo ?? [];
  if (file === undefined) throw new Error("There is no logo.");
  const own = await getOwnCampaign(ctx, actor, "campaigns.read", campaign);
  return {
    campaign,
    version: String(own.factsVersion),
    fingerprint: (await planForHost(ctx, own)).fingerprint,
    alt: alt.seen,
    picture: { hash: file.sha256.slice(0, 32), file: `${file.width}.webp` },
  };
}
