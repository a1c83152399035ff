import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EndorsePage } from "~/components/endorse-page";
import { readAntiBotFields, stampForm } from "~/domain/abuse/read-anti-bot-fields.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { readEndorsementForm } from "~/domain/endorsements/endorsement-form";
import { ENDORSEMENTS_PER_HOUR, UNCONFIRMED_ENDORSEMENT_DAYS } from "~/domain/endorsements/retention";
import { sendEndorsement } from "~/domain/endorsements/send-endorsement.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPage, type PageRequest } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** The form by which organizations, researchers and technologists put their name under a campaign. */
export const loader = forPage(async (page) => {
  const { context, params, url, locale, i18n } = page;
  const { ctx } = context;
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const wasSent = url.searchParams.has("sent");
  return {
    title: `${i18n.t(wasSent ? "endorse:sent.title" : "endorse:form.title")} · ${campaign.content.name}`,
    description: i18n.t("endorse:form.lead"),
    isPrivate: wasSent,
    wasSent,
    campaign: { slug: campaign.slug, isSample: campaign.isSample, petitionContent: campaign.petitionContent },
    wording: await wordingOf(page),
    countries: listCountryOptions(locale),
    unconfirmedDays: UNCONFIRMED_ENDORSEMENT_DAYS,
    stamp: stampForm({ now: ctx.now(), vault: ctx.vault, petitionId: campaign.petition.id, wordings: [] }),
  };
});

/** Takes the form. The answer tells nobody whether an address is known. */
export const action = forPage(async (page) => {
  const { context, request, params, locale } = page;
  const { ctx, gpc, address, networkLimit } = context;
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const form = await readForm(request);
  const { values, errors, read } = readEndorsementForm(form);
  if (read === null) return data({ values, errors, tooMany: false }, { status: 422 });
  if (!networkLimit.takes("endorse", ENDORSEMENTS_PER_HOUR, address)) {
    return data({ values, errors: null, tooMany: true }, { status: 429 });
  }
  const petitionId = campaign.petition.id;
  const { signals } = readAntiBotFields(form, { now: ctx.now(), vault: ctx.vault, petitionId });
  const { id: wordingId } = await wordingOf(page);
  await sendEndorsement(ctx, campaign.id, { ...read, locale, gpc, wordingId, signals });
  return redirect(`/${locale}/campaigns/${campaign.slug}/endorse?sent=1`, 303);
});

/** The words that the form asks to agree to. @throws {Error} where there are none: without words there is no consent */
async function wordingOf({ context: { ctx }, locale }: PageRequest) {
  const wording = (await listConsentWordings(ctx, locale)).find(({ purpose }) => purpose === "endorsement");
  if (!wording) throw new Error("There is no consent wording for endorsement.");
  return wording;
}

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function Endorse() {
  const sent = useActionData<typeof action>();
  return (
    <EndorsePage
      {...useLoaderData<typeof loader>()}
      values={sent?.values ?? null}
      errors={sent?.errors ?? null}
      tooMany={sent?.tooMany ?? false}
    />
  );
}
