import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewActionPage } from "~/components/portal/routing/new-action-page";
import { sentForm } from "~/components/portal/routing/sent-form";
import { authorize } from "~/domain/access/authorize";
import { newActionForm } from "~/domain/partner-actions/action-form";
import { getActionsDesk } from "~/domain/partner-actions/actions-desk.server";
import { createAction } from "~/domain/partner-actions/create-action.server";
import { listPartners } from "~/domain/partners/list-partners.server";
import { loadRegionTree } from "~/domain/regions/load-region-tree.server";
import { placeChoices } from "~/domain/routing/place-choices";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { pageMeta } from "~/http/page-meta";
import { campaignBase, campaignSlug } from "~/http/portal/campaign-part";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Adds something that signers of a campaign can do next. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, locale, i18n } = page;
  authorize(actor, "campaigns.change");
  const desk = await getActionsDesk(ctx, actor, campaignSlug(page), locale);
  return {
    title: i18n.t("portal-routing:new.title"),
    isPrivate: true,
    base: campaignBase(page),
    desk,
    // Sent along, so that a form that is sent twice adds one action.
    id: ctx.newId(),
    continents: placeChoices(await loadRegionTree(ctx), locale),
    partners: desk.campaign.isHosts ? (await listPartners(ctx, locale)).map(({ slug, name }) => ({ slug, name })) : [],
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["filter-places"] };

export const action = portalDeeds({
  async create(page, form) {
    const { ctx, actor } = page;
    const slug = campaignSlug(page);
    const { timeZone } = await getOwnCampaign(ctx, actor, "campaigns.change", slug);
    const read = readFields(newActionForm(timeZone), form, ["countries"]);
    const sent = { intent: "create", values: read.values, lists: { countries: form.getAll("countries") } };
    if (read.errors) return data({ ...sent, errors: read.errors }, { status: 422 });
    const created = await createAction(ctx, actor, slug, read.data);
    if (created.outcome === "partnerMissing") {
      return data({ ...sent, errors: { partner: "partnerMissing" } }, { status: 422 });
    }
    return redirect(`${campaignBase(page)}/actions/${created.id}?done=created`, { status: 303 });
  },
});

export default function NewAction() {
  const sent = sentForm.safeParse(useActionData<typeof action>()).data ?? null;
  return <NewActionPage {...useLoaderData<typeof loader>()} sent={sent} />;
}
