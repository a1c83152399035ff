import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeliveryPage } from "~/components/portal/delivery-page";
import { may } from "~/domain/access/authorize";
import { DomainError } from "~/domain/errors";
import { createDelivery } from "~/domain/petition-deliveries/create-delivery.server";
import { deleteDelivery, getDelivery } from "~/domain/petition-deliveries/read-deliveries.server";
import { DELIVERY_FILE_DAYS } from "~/domain/petition-deliveries/retention";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";

/** One delivery: how far it is, its files, and what they count. */
export const loader = forPortal(async (page) => ({
  title: page.i18n.t("portal-deliveries:one.title"),
  isPrivate: true,
  base: `${page.base}/deliveries`,
  delivery: await getDelivery(page.ctx, page.actor, idOf(page)),
  mayCreate: may(page.actor, "deliveries.create"),
  fileDays: DELIVERY_FILE_DAYS,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export const handle = { islands: ["follow-delivery"] };

export const action = portalDeeds({
  async delete(page) {
    await deleteDelivery(page.ctx, page.actor, idOf(page));
    return redirect(page.url.pathname, { status: 303 });
  },
  async again(page) {
    const { ctx, actor, base, context } = page;
    const { campaignId, locale, forLawmakers } = await getDelivery(ctx, actor, idOf(page));
    const wanted = { campaign: campaignId, locale, lawmakers: forLawmakers };
    const id = await createDelivery(ctx, actor, wanted, () => context.facts.current());
    return redirect(`${base}/deliveries/${id}`, { status: 303 });
  },
});

/** @throws {DomainError} notFound */
function idOf({ params }: PortalPage): string {
  const id = z.uuid().safeParse(params.delivery);
  if (!id.success) throw new DomainError("notFound");
  return id.data;
}

export default function Delivery() {
  return <DeliveryPage {...useLoaderData<typeof loader>()} />;
}
