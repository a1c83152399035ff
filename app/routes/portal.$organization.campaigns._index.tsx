import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CampaignsPage } from "~/components/portal/workshop/campaigns-page";
import { may } from "~/domain/access/authorize";
import { listOpenApprovals } from "~/domain/workshop/approvals.server";
import { listOwnCampaigns } from "~/domain/workshop/list-own-campaigns.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** The campaigns that somebody may work on. */
export const loader = forPortal(async ({ ctx, actor, base, i18n }) => ({
  title: i18n.t("portal-workshop:title"),
  isPrivate: true,
  path: `${base}/campaigns`,
  campaigns: await listOwnCampaigns(ctx, actor),
  waiting: may(actor, "campaigns.approve") ? (await listOpenApprovals(ctx, actor)).length : null,
  mayCreate: may(actor, "campaigns.change"),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function Campaigns() {
  return <CampaignsPage {...useLoaderData<typeof loader>()} />;
}
