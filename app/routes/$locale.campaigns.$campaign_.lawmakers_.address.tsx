import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type AddressFault, AddressForm } from "~/components/address-form";
import { FactsNote } from "~/components/facts-note";
import { HOUSE_FINDER } from "~/components/official-sites";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { readProgress, setProgress } from "~/domain/contacts/flow-progress";
import { addressForm } from "~/domain/lawmakers/address-form";
import { formatDistrict } from "~/domain/lawmakers/district";
import { factsInForce } from "~/domain/lawmakers/facts-in-force";
import { findOffices } from "~/domain/lawmakers/find-offices";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { pageError } from "~/http/answer.server";
import { documentHeaders } from "~/http/document-headers";
import type { LoadContext } from "~/http/load-context";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";
import { createRequestLimit } from "~/http/request-limit";
import { alternatesBelow } from "~/http/sitemap";

const noStore = { "Cache-Control": "no-store" };
/** What lies with us is said as 503, so that a cache or a program knows it as well. */
const statusOf = {
  faulty: 422,
  noMatch: 422,
  severalMatches: 422,
  otherCongress: 503,
  away: 503,
  tooMany: 429,
} as const;
/** A family behind one address types its own; nobody looks up a list through us. */
const limit = createRequestLimit(20);

/** Asks for the street address of somebody whose ZIP code spans districts. */
export const loader = forPage(async ({ context, params, url, locale, i18n }) => {
  const campaign = await getCampaign(context.ctx, params.campaign ?? "", locale);
  const { geocoder, origin } = usable(context);
  const path = `/${locale}/campaigns/${campaign.slug}/lawmakers`;
  const query = setProgress(whereQuery(readWhere(url.searchParams)), readProgress(url.searchParams));
  return data(
    {
      title: `${i18n.t("lawmakers:address.title")} · ${campaign.content.name}`,
      description: i18n.t("lawmakers:description"),
      alternates: alternatesBelow(campaign, "/lawmakers/address"),
      path,
      query: query.toString(),
      service: geocoder.name,
      facts: origin,
    },
    { headers: noStore },
  );
});

/** Asks the service once, and leads on to the offices. The address stands in no URL, log or table. */
export const action = forPage(async ({ context, request, params, url, locale }) => {
  const campaign = await getCampaign(context.ctx, params.campaign ?? "", locale);
  const { geocoder, origin, facts } = usable(context);
  const typed = Object.fromEntries(await readForm(request));
  const refuse = (fault: AddressFault) =>
    data({ fault, address: String(typed.address ?? "").slice(0, 400) }, { status: statusOf[fault], headers: noStore });

  const form = addressForm.safeParse(typed);
  if (!form.success) return refuse("faulty");
  if (limit.take(context.address) > 0) return refuse("tooMany");
  const answer = await geocoder.find(form.data.address, origin.congress);
  if (answer.result !== "found") return refuse(answer.result);
  if (findOffices(facts, answer) === null) return refuse("otherCongress");
  const zip = answer.zip ?? readWhere(url.searchParams).zip;
  const place = whereQuery({ zip, state: null, district: formatDistrict(answer) });
  const query = setProgress(place, readProgress(url.searchParams));
  return redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers?${query}`, 303);
});

function usable({ geocoder, facts, ctx }: LoadContext) {
  if (geocoder === null) throw pageError({ code: "pageNotFound" });
  const at = factsInForce(facts.current(), ctx.now());
  if (at.status !== "inForce") throw pageError({ code: at.status === "expired" ? "factsExpired" : "databaseAway" });
  return { geocoder, facts: at.facts, origin: at.facts.origin };
}

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function AddressPage() {
  const { path, query, service, facts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("lawmakers");
  return (
    <div className="page page--medium lawmakers">
      <p className="step">{t("eyebrow")}</p>
      <h1>{t("address.title")}</h1>
      <AddressForm action={`${path}/address${query && `?${query}`}`} service={service} {...refused} />
      <p>
        <a href={`${path}${query && `?${query}`}`}>{t("address.back")}</a> ·{" "}
        <a href={HOUSE_FINDER} rel="noreferrer">
          {t("finder")}
        </a>
      </p>
      <FactsNote facts={facts} />
    </div>
  );
}
