import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActionsPage } from "~/components/portal/routing/actions-page";
import { actionForm } from "~/domain/partner-actions/action-form";
import { getActionsDesk } from "~/domain/partner-actions/actions-desk.server";
import { moveAction } from "~/domain/partner-actions/change-action.server";
import { pageMeta } from "~/http/page-meta";
import { campaignBase, campaignSlug } from "~/http/portal/campaign-part";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** What signers of a campaign can do next. */
export const loader = forPortal(async (page) => ({
  title: page.i18n.t("portal-routing:actions.title"),
  isPrivate: true,
  base: campaignBase(page),
  done: page.url.searchParams.get("done"),
  desk: await getActionsDesk(page.ctx, page.actor, campaignSlug(page), page.locale),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const move = (by: -1 | 1) => async (page: PortalPage, form: FormData) => {
  const read = readFields(actionForm, form);
  if (read.errors) return data(read, { status: 422 });
  const outcome = await moveAction(page.ctx, page.actor, campaignSlug(page), read.data.action, by);
  return redirect(`${campaignBase(page)}/actions?done=${outcome}`, { status: 303 });
};

export const action = portalDeeds({ up: move(-1), down: move(1) });

export default function Actions() {
  return <ActionsPage {...useLoaderData<typeof loader>()} />;
}
