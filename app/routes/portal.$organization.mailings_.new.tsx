import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NewMailingPage } from "~/components/portal/mailings/new-mailing-page";
import { authorize } from "~/domain/access/authorize";
import { listMailableCampaigns } from "~/domain/mailings/audience.server";
import { lastPostalAddress } from "~/domain/mailings/list-mailings.server";
import { newMailingForm } from "~/domain/mailings/mailing-form.server";
import { createMailing } from "~/domain/mailings/save-mailing.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Begins an update to supporters. */
export const loader = forPortal(async ({ ctx, actor, base, i18n, locale }) => {
  authorize(actor, "mailings.write");
  return {
    title: i18n.t("portal-mailings:new.title"),
    isPrivate: true,
    base: `${base}/mailings`,
    campaigns: await listMailableCampaigns(ctx, actor, locale),
    locale,
    postalAddress: await lastPostalAddress(ctx, actor),
    formKey: ctx.newId(),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  async create({ ctx, actor, base }, form) {
    const read = readFields(newMailingForm, form);
    if (read.errors) return data({ errors: read.errors, values: read.values }, { status: 422 });
    const id = await createMailing(ctx, actor, read.data);
    return redirect(`${base}/mailings/${id}?done=saved`, { status: 303 });
  },
});

const sentForm = z.object({ errors: z.record(z.string(), z.string()), values: z.record(z.string(), z.string()) });

export default function NewMailing() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <NewMailingPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
