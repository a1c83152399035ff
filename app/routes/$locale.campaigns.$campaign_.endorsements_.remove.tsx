import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RequestEndorsementLink } from "~/components/request-endorsement-link";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { ENDORSEMENTS_PER_HOUR } from "~/domain/endorsements/retention";
import { requestEndorsementLink } from "~/domain/endorsements/send-endorsement.server";
import { isEmailAddress } from "~/domain/signatures/email-address";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** Asks for the link by which an endorsement is seen and removed. */
export const loader = forPage(async ({ context: { ctx }, params, url, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  return {
    title: `${i18n.t("endorse:request.title")} · ${campaign.content.name}`,
    isPrivate: true,
    slug: campaign.slug,
    wasSent: url.searchParams.has("sent"),
    isThere: url.searchParams.has("already"),
  };
});

/** The answer is the same whether there is such an endorsement or not. */
export const action = forPage(async ({ context, request, params, locale }) => {
  const { ctx, address, networkLimit } = context;
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const typed = (await readForm(request)).get("email");
  const email = typeof typed === "string" ? typed.trim().slice(0, 1_000) : "";
  if (!isEmailAddress(email)) return data({ email, problem: "emailFaulty" as const }, { status: 422 });
  if (!networkLimit.takes("endorsement-link", ENDORSEMENTS_PER_HOUR, address)) {
    return data({ email, problem: "tooMany" as const }, { status: 429 });
  }
  await requestEndorsementLink(ctx, campaign.id, email);
  return redirect(`/${locale}/campaigns/${campaign.slug}/endorsements/remove?sent=1`, 303);
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function RemoveEndorsement() {
  const sent = useActionData<typeof action>();
  return (
    <RequestEndorsementLink
      {...useLoaderData<typeof loader>()}
      email={sent?.email ?? ""}
      problem={sent?.problem ?? null}
    />
  );
}
