import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignFrame } from "~/components/portal/workshop/campaign-frame";
import { VersionsPage } from "~/components/portal/workshop/versions-page";
import { titleOf } from "~/domain/workshop/campaign-home.server";
import { getCampaignTexts } from "~/domain/workshop/campaign-texts.server";
import { listCampaignVersions } from "~/domain/workshop/list-versions.server";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { restoreText, undoText } from "~/domain/workshop/text-steps.server";
import { restoreForm, undoForm } from "~/domain/workshop/version-forms";
import { pageError } from "~/http/answer.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

const slugOf = ({ params }: PortalPage) => params.campaign ?? "";

/** Every version of a campaign's texts in one language. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, url, i18n } = page;
  const { defaultLocale } = await getOwnCampaign(ctx, actor, "campaigns.read", slugOf(page));
  const locale = url.searchParams.get("locale") ?? defaultLocale;
  const { campaign, ...versions } = await listCampaignVersions(ctx, actor, slugOf(page), locale);
  const title = titleOf(await getCampaignTexts(ctx, campaign.slug), campaign.slug);
  return {
    title: `${i18n.t("portal-workshop:parts.versions")} · ${title}`,
    isPrivate: true,
    done: url.searchParams.get("done"),
    frame: campaignFrame(base, campaign, title),
    timeZone: campaign.timeZone,
    ...versions,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = ({ url }: PortalPage, locale: string, done: string) =>
  redirect(`${url.pathname}?${new URLSearchParams({ locale, done })}`, { status: 303 });

export const action = portalDeeds({
  async undo(page, form) {
    const { data: wanted } = readFields(undoForm, form);
    if (wanted === null) throw pageError({ code: "badRequest" });
    const outcome = await undoText(page.ctx, page.actor, slugOf(page), wanted);
    return back(page, wanted.locale, outcome === "done" ? "undone" : outcome);
  },
  async restore(page, form) {
    const { data: wanted } = readFields(restoreForm, form);
    if (wanted === null) throw pageError({ code: "badRequest" });
    const outcome = await restoreText(page.ctx, page.actor, slugOf(page), wanted);
    return back(page, wanted.locale, outcome === "done" ? "restored" : outcome);
  },
});

export default function Versions() {
  return <VersionsPage {...useLoaderData<typeof loader>()} />;
}
