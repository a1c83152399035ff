import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeliveriesPage } from "~/components/portal/deliveries-page";
import { may } from "~/domain/access/authorize";
import { createDelivery } from "~/domain/petition-deliveries/create-delivery.server";
import { deliveryForm } from "~/domain/petition-deliveries/delivery-form";
import { listDeliverableCampaigns, listDeliveries } from "~/domain/petition-deliveries/read-deliveries.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Documents of the petitions for those who decide: what was made, and the form to make more. */
export const loader = forPortal(async ({ ctx, actor, base, locale, i18n }) => ({
  title: i18n.t("portal-deliveries:title"),
  isPrivate: true,
  base: `${base}/deliveries`,
  ...(await listDeliveries(ctx, actor)),
  campaigns: await listDeliverableCampaigns(ctx, actor, locale),
  mayCreate: may(actor, "deliveries.create"),
  mayModerate: may(actor, "endorsements.moderate"),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  async create({ ctx, actor, base, context }, form) {
    const read = readFields(deliveryForm, form);
    if (read.errors) return data(read, { status: 422 });
    const id = await createDelivery(ctx, actor, read.data, () => context.facts.current());
    return redirect(`${base}/deliveries/${id}`, { status: 303 });
  },
});

const sentForm = z.object({ errors: z.record(z.string(), z.string()), values: z.record(z.string(), z.string()) });

export default function Deliveries() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <DeliveriesPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
