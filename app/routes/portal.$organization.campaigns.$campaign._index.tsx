import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { campaignFrame } from "~/components/portal/workshop/campaign-frame";
import { CampaignHomePage } from "~/components/portal/workshop/campaign-home-page";
import { askHost, withdrawRequest } from "~/domain/workshop/ask-host.server";
import { getCampaignHome } from "~/domain/workshop/campaign-home.server";
import { changeState, type StateChange } from "~/domain/workshop/change-state.server";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { publishCampaign, unschedule } from "~/domain/workshop/publish-campaign.server";
import { askForm, scheduleForm } from "~/domain/workshop/state-forms";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

const slugOf = ({ params }: PortalPage) => params.campaign ?? "";

/** A campaign: where it is, what is missing, and what comes next. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, url, i18n } = page;
  const { campaign, title, ...home } = await getCampaignHome(ctx, actor, slugOf(page));
  const { goal, timeZone, publishAt, petition, approval, needsApproval, partner, isFlagship, publicSince } = campaign;
  return {
    title: `${title} · ${i18n.t("portal-workshop:title")}`,
    isPrivate: true,
    done: url.searchParams.get("done"),
    blockers: url.searchParams.get("blockers")?.split(",") ?? [],
    frame: campaignFrame(base, campaign, title),
    base,
    ...home,
    ...{ goal, timeZone, publishAt, needsApproval, isFlagship },
    wasPublic: publicSince !== null,
    closesAt: petition.closesAt,
    isPartnerActive: partner === null || partner.status === "active",
    approval: approval && {
      decision: approval.decision,
      requestedAt: approval.requestedAt,
      decidedAt: approval.decidedAt,
      note: approval.note,
      reason: approval.reason,
    },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = (page: PortalPage, done: string, blockers: readonly string[] = []) => {
  const query = new URLSearchParams({ done, ...(blockers.length > 0 && { blockers: blockers.join(",") }) });
  return redirect(`${page.base}/campaigns/${encodeURIComponent(slugOf(page))}?${query}`, { status: 303 });
};

async function publishAt(page: PortalPage, at: Date | null) {
  const done = await publishCampaign(page.ctx, page.actor, slugOf(page), { at });
  if (done.outcome === "blocked") return back(page, done.outcome, done.blockers);
  return back(page, done.outcome === "refused" ? `refused-${done.why}` : done.outcome);
}

const change = (what: StateChange) => async (page: PortalPage) => {
  const outcome = await changeState(page.ctx, page.actor, slugOf(page), what);
  return back(page, outcome === "done" ? what : outcome);
};

export const action = portalDeeds({
  publish: (page) => publishAt(page, null),
  async schedule(page, form) {
    const { timeZone } = await getOwnCampaign(page.ctx, page.actor, "campaigns.publish", slugOf(page));
    const read = readFields(scheduleForm(page.ctx.now(), timeZone), form);
    if (read.errors) return data({ intent: "schedule", errors: read.errors, values: read.values }, { status: 422 });
    return publishAt(page, read.data.at);
  },
  async unschedule(page) {
    const outcome = await unschedule(page.ctx, page.actor, slugOf(page));
    return back(page, outcome === "done" ? "unscheduled" : outcome);
  },
  async ask(page, form) {
    const { timeZone } = await getOwnCampaign(page.ctx, page.actor, "campaigns.publish", slugOf(page));
    const read = readFields(askForm(page.ctx.now(), timeZone), form);
    if (read.errors) return data({ intent: "ask", errors: read.errors, values: read.values }, { status: 422 });
    const { note, at } = read.data;
    const asked = await askHost(page.ctx, page.actor, slugOf(page), { note: note === "" ? null : note, publishAt: at });
    return back(page, asked.outcome, asked.outcome === "blocked" ? asked.blockers : []);
  },
  async withdraw(page) {
    const outcome = await withdrawRequest(page.ctx, page.actor, slugOf(page));
    return back(page, outcome === "done" ? "withdrawn" : outcome);
  },
  pause: change("pause"),
  resume: change("resume"),
  close: change("close"),
  archive: change("archive"),
  restore: change("restore"),
  "take-down": change("takeDown"),
});

const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});

export default function Campaign() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <CampaignHomePage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
