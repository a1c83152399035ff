import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ModerationPage } from "~/components/portal/moderation/moderation-page";
import { listModeratedCampaigns } from "~/domain/moderation/moderated-campaigns.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** The campaigns of this installation, with the signatures that wait for somebody in each. */
export const loader = forPortal(async ({ ctx, actor, base, i18n, locale }) => ({
  title: i18n.t("portal-trust:moderation.title"),
  isPrivate: true,
  base: `${base}/moderation`,
  campaigns: await listModeratedCampaigns(ctx, actor, locale),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function Moderation() {
  return <ModerationPage {...useLoaderData<typeof loader>()} />;
}
