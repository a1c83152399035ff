import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ApprovalsPage } from "~/components/portal/workshop/approvals-page";
import { listOpenApprovals } from "~/domain/workshop/approvals.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** What waits for the host's yes. */
export const loader = forPortal(async ({ ctx, actor, base, url, i18n }) => ({
  title: i18n.t("portal-workshop:approvals.title"),
  isPrivate: true,
  path: `${base}/campaigns`,
  done: url.searchParams.get("done"),
  approvals: await listOpenApprovals(ctx, actor),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function Approvals() {
  return <ApprovalsPage {...useLoaderData<typeof loader>()} />;
}
