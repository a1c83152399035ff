import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NewCampaignPage } from "~/components/portal/workshop/new-campaign-page";
import { authorize } from "~/domain/access/authorize";
import { createCampaign } from "~/domain/workshop/create-campaign.server";
import { createForm } from "~/domain/workshop/create-form";
import { pageMeta } from "~/http/page-meta";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Begins a campaign, from a template. */
export const loader = forPortal(({ actor, base, i18n, locale }) => {
  authorize(actor, "campaigns.change");
  return { title: i18n.t("portal-workshop:create.title"), isPrivate: true, path: `${base}/campaigns`, locale };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  async create({ ctx, actor, base }, form) {
    const read = readFields(createForm, form);
    if (read.errors) return data({ errors: read.errors, values: read.values }, { status: 422 });
    const made = await createCampaign(ctx, actor, read.data);
    if (made.outcome === "taken") {
      // The address that was made from the title stands in its field, to be changed there.
      const values = { ...read.values, slug: read.data.slug };
      return data({ errors: { slug: "slugTaken" }, values }, { status: 422 });
    }
    return redirect(`${base}/campaigns/${encodeURIComponent(made.slug)}?done=created`, { status: 303 });
  },
});

const sentForm = z.object({ errors: z.record(z.string(), z.string()), values: z.record(z.string(), z.string()) });

export default function NewCampaign() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <NewCampaignPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
