import { DomainError } from "~/domain/errors";
import { findCampaignPicture } from "~/domain/workshop/campaign-pictures.server";
import { forPortal } from "~/http/portal/portal-page.server";

const address = /^([0-9a-f]{32})\/(\d{1,5})\.(avif|webp|jpg)$/;

/** A picture of a campaign, for those who work on it, before it is public. */
export const loader = forPortal(async ({ ctx, actor, params }) => {
  const [, sha256, width, ending] = address.exec(`${params.hash}/${params.file}`) ?? [];
  if (sha256 === undefined) throw new DomainError("notFound");
  const format = ending === "avif" || ending === "webp" ? ending : "jpeg";
  const body = await findCampaignPicture(ctx, actor, params.campaign ?? "", { sha256, width: Number(width), format });
  if (body === null) throw new DomainError("notFound");
  return new Response(new Uint8Array(body), {
    headers: {
      "Content-Type": `image/${format}`,
      "Content-Length": String(body.length),
      // What stands there never changes; a shared device keeps nothing for the next person.
      "Cache-Control": "private, no-store",
    },
  });
});
