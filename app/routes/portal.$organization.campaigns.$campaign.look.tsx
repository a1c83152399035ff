import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { campaignFrame } from "~/components/portal/workshop/campaign-frame";
import { LookPage } from "~/components/portal/workshop/look-page";
import { checkColour, cleanColour } from "~/domain/branding/brand-colour";
import { givePicture, type PictureKind } from "~/domain/workshop/campaign-pictures.server";
import { changeFacts } from "~/domain/workshop/change-facts.server";
import { describePicture, getLook } from "~/domain/workshop/look.server";
import { altForm, brandForm, pictureForm } from "~/domain/workshop/look-forms";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { brandMeta } from "~/http/brand-meta";
import { pageMeta } from "~/http/page-meta";
import { afterChange, refusedForm } from "~/http/portal/after-change.server";
import { MAX_PICTURE_MB } from "~/http/portal/picture-upload";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { sentChange } from "~/http/portal/sent-change";

const slugOf = ({ params }: PortalPage) => params.campaign ?? "";

/** How a campaign looks. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, url, i18n } = page;
  const { campaign, title, ...look } = await getLook(ctx, actor, slugOf(page));
  return {
    title: `${i18n.t("portal-workshop:parts.look")} · ${title}`,
    isPrivate: true,
    done: url.searchParams.get("done"),
    frame: campaignFrame(base, campaign, title),
    version: campaign.factsVersion,
    mostMegabytes: MAX_PICTURE_MB,
    organizationName: campaign.partner?.name ?? null,
    ...look,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  ...pageMeta(facts),
  ...brandMeta(facts?.colour?.value),
];

export const handle = { islands: ["brand-colour"] };

const refusals = {
  tooLarge: "pictureTooLarge",
  unreadable: "pictureUnreadable",
  unknownFormat: "pictureUnknownFormat",
  invisible: "pictureInvisible",
} as const;

const give = (kind: PictureKind, isRemoval: boolean) => async (page: PortalPage, form: FormData) => {
  // Before anything is said about the file.
  await getOwnCampaign(page.ctx, page.actor, "campaigns.change", slugOf(page));
  const read = readFields(pictureForm, form);
  const sent = { intent: kind, values: read.values };
  const file = form.get("file");
  const body = isRemoval || !(file instanceof Blob) ? null : new Uint8Array(await file.arrayBuffer());
  const again = (code: string) => refusedForm({ ...sent, errors: { [kind]: code } });
  if (read.errors) return again("required");
  if (!isRemoval && (body === null || body.length === 0)) return again("fileMissing");
  const given = await givePicture(page.ctx, page.actor, slugOf(page), { kind, body, basedOn: read.data.version });
  return given.outcome === "refused" ? again(refusals[given.reason]) : afterChange(page, sent, given);
};

export const action = portalDeeds({
  image: give("image", false),
  "remove-image": give("image", true),
  logo: give("logo", false),
  "remove-logo": give("logo", true),
  async brand(page, form) {
    const read = readFields(brandForm, form);
    const sent = { intent: "brand", values: read.values };
    if (read.errors) return refusedForm({ ...sent, errors: read.errors });
    const { version: basedOn, ...change } = read.data;
    return afterChange(page, sent, await changeFacts(page.ctx, page.actor, slugOf(page), { basedOn, change }));
  },
  async alt(page, form) {
    const read = readFields(altForm, form);
    const sent = { intent: "alt", values: read.values };
    if (read.errors) return refusedForm({ ...sent, errors: read.errors });
    const outcome = await describePicture(page.ctx, page.actor, slugOf(page), read.data);
    if (outcome === "saved") return redirect(`${page.url.pathname}?done=described`, { status: 303 });
    return data({ ...sent, errors: { [sent.intent]: "altOutdated" }, outdated: null }, { status: 409 });
  },
});

/** A colour that can't be read on our pages, with what was measured and what could stand in its place. */
function refusedColour(sent: z.infer<typeof sentChange> | null) {
  const value = sent?.intent === "brand" ? cleanColour(sent.values.brandColour ?? "") : null;
  if (value === null || sent?.errors.brandColour !== "colourPale") return null;
  const { contrast, nearest } = checkColour(value);
  return { value, contrast, nearest };
}

export default function Look() {
  const sent = sentChange.safeParse(useActionData<typeof action>()).data ?? null;
  return <LookPage {...useLoaderData<typeof loader>()} sent={sent} refused={refusedColour(sent)} />;
}
