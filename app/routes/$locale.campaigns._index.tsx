import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CampaignList } from "~/components/campaign-list";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** All campaigns. */
export const loader = forPage(async ({ context: { ctx }, locale, i18n }) => ({
  title: `${i18n.t("site:campaigns.title")} · Privacy for All`,
  description: i18n.t("site:campaigns.body"),
  campaigns: await listCampaigns(ctx, locale),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function CampaignsPage() {
  return <CampaignList {...useLoaderData<typeof loader>()} />;
}
