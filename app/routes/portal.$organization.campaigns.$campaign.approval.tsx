import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ApprovalPage } from "~/components/portal/workshop/approval-page";
import { campaignFrame } from "~/components/portal/workshop/campaign-frame";
import { getApprovalReview } from "~/domain/workshop/approval-review.server";
import { approveCampaign, sendCampaignBack } from "~/domain/workshop/approvals.server";
import { approveForm, sendBackForm } from "~/domain/workshop/state-forms";
import { brandMeta } from "~/http/brand-meta";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

const slugOf = ({ params }: PortalPage) => params.campaign ?? "";

/** What a partner asks the host to bring before the public. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, url, i18n } = page;
  const { campaign, title, ...review } = await getApprovalReview(ctx, actor, slugOf(page));
  return {
    title: `${i18n.t("portal-workshop:decide.title")} · ${title}`,
    isPrivate: true,
    done: url.searchParams.get("done"),
    frame: campaignFrame(base, campaign, title),
    requestedAt: campaign.approval?.requestedAt ?? null,
    note: campaign.approval?.note ?? null,
    publishAt: campaign.publishAt,
    ...review,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  ...pageMeta(facts),
  ...brandMeta(facts?.facts.brandColour),
];

const toQueue = ({ base }: PortalPage, done: string) =>
  redirect(`${base}/campaigns/approvals?done=${done}`, { status: 303 });

const again = ({ url }: PortalPage, done: string) => redirect(`${url.pathname}?done=${done}`, { status: 303 });

export const action = portalDeeds({
  async approve(page, form) {
    const read = readFields(approveForm, form);
    // What was on the screen is unknown: it is to be looked at anew.
    if (read.errors) return again(page, "changed");
    const { outcome } = await approveCampaign(page.ctx, page.actor, slugOf(page), read.data.seen);
    const isDone = outcome === "public" || outcome === "scheduled" || outcome === "changes" || outcome === "nothing";
    return isDone ? toQueue(page, outcome) : again(page, outcome);
  },
  async "send-back"(page, form) {
    const read = readFields(sendBackForm, form);
    if (read.errors) return data({ intent: "send-back", errors: read.errors, values: read.values }, { status: 422 });
    const outcome = await sendCampaignBack(page.ctx, page.actor, slugOf(page), read.data.reason);
    return toQueue(page, outcome === "done" ? "sentBack" : outcome);
  },
});

const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});

export default function Approval() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <ApprovalPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
