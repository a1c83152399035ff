import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { campaignFrame } from "~/components/portal/workshop/campaign-frame";
import { CopyPage } from "~/components/portal/workshop/copy-page";
import { listCountryOptions } from "~/domain/regions/country-names";
import { titleOf } from "~/domain/workshop/campaign-home.server";
import { getCampaignTexts } from "~/domain/workshop/campaign-texts.server";
import { copyCampaign } from "~/domain/workshop/copy-campaign.server";
import { copyForm } from "~/domain/workshop/create-form";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Begins another campaign as this one is, for another language or country. */
export const loader = forPortal(async ({ ctx, actor, base, params, i18n, locale }) => {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.change", params.campaign ?? "");
  const title = titleOf(await getCampaignTexts(ctx, campaign.slug), campaign.slug);
  return {
    title: `${i18n.t("portal-workshop:copy.title")} · ${title}`,
    isPrivate: true,
    frame: campaignFrame(base, campaign, title),
    countries: listCountryOptions(locale),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  async copy({ ctx, actor, base, params }, form) {
    const read = readFields(copyForm, form);
    if (read.errors) return data({ errors: read.errors, values: read.values }, { status: 422 });
    const made = await copyCampaign(ctx, actor, params.campaign ?? "", read.data);
    if (made.outcome === "taken") {
      const values = { ...read.values, slug: read.data.slug };
      return data({ errors: { slug: "slugTaken" }, values }, { status: 422 });
    }
    return redirect(`${base}/campaigns/${encodeURIComponent(made.slug)}?done=created`, { status: 303 });
  },
});

const sentForm = z.object({ errors: z.record(z.string(), z.string()), values: z.record(z.string(), z.string()) });

export default function Copy() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <CopyPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
