import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConfirmDelivery } from "~/components/confirm-delivery";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { confirmDelivery } from "~/domain/deliveries/confirm-delivery.server";
import { findWrittenOffices, getDeliveryRequest } from "~/domain/deliveries/delivery-request.server";
import { eraseDelivery } from "~/domain/deliveries/erase-delivery.server";
import { DELIVERED_DAYS } from "~/domain/deliveries/retention";
import { supporterHash } from "~/domain/deliveries/sealed-parts";
import { findOffice } from "~/domain/lawmakers/find-office";
import { stateName } from "~/domain/lawmakers/state-names";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** The address of this page is a secret: it is kept by nobody and handed on to nobody. */
const secretPage = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** Shows exactly what will be handed to whom, or how far it has come, and changes nothing: mail scanners open links too. */
export const loader = forPage(async ({ context: { ctx, facts, cwc }, params, url, locale, i18n }) => {
  const request = await getDeliveryRequest(ctx, params.token ?? "");
  const campaign = await getCampaign(ctx, request.campaignSlug, locale);
  const { state, constituent, campaignId, wantsFollowUp } = request;
  const written =
    state === "open" && constituent !== null
      ? await findWrittenOffices(ctx, {
          campaignId,
          supporterHash: supporterHash(ctx, campaignId, constituent.email),
        })
      : new Set<string>();
  const title =
    state === "confirmed" ? "confirm.done.title" : state === "expired" ? "confirm.expired.title" : "confirm.title";
  const bill = cwc?.profile.bill ?? null;
  return data(
    {
      title: `${i18n.t(`deliver:${title}`)} · ${campaign.content.name}`,
      isPrivate: true,
      state,
      isErased: url.searchParams.has("erased"),
      wantsFollowUp,
      constituent: constituent && { ...constituent, stateName: stateName(constituent.state) },
      bill: bill && `${bill.type} ${bill.number} (${bill.stance})`,
      days: DELIVERED_DAYS,
      lawmakersPath: `/${locale}/campaigns/${campaign.slug}/lawmakers`,
      deliveries: request.deliveries.map(({ id, bioguide, usDistrict, state: at, reasons, message }) => ({
        id,
        name: findOffice(facts.current(), bioguide, ctx.now())?.lawmaker?.name ?? bioguide,
        chamber: usDistrict === null ? ("senate" as const) : ("house" as const),
        state: at,
        reasons,
        message: message && { subject: message.subject, text: message.text },
        isWritten: written.has(bioguide),
      })),
    },
    { status: state === "expired" ? 410 : 200, headers: secretPage },
  );
});

/** Hands the messages over, or deletes what is kept. Pressing twice does it once. */
export const action = forPage(async ({ context: { ctx }, request, params, locale }) => {
  const token = params.token ?? "";
  const form = await readForm(request);
  const page = `/${locale}/deliver/${encodeURIComponent(token)}`;
  if (form.get("intent") === "erase") {
    await eraseDelivery(ctx, token);
    return redirect(`${page}?erased=1`, { status: 303, headers: secretPage });
  }
  const outcome = await confirmDelivery(ctx, token);
  if (outcome === "expired") return data(null, { status: 410, headers: secretPage });
  return redirect(page, { status: 303, headers: secretPage });
});

export const headers: HeadersFunction = () => secretPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function ConfirmDeliveryPage() {
  return <ConfirmDelivery {...useLoaderData<typeof loader>()} />;
}
