import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CampaignPage } from "~/components/campaign-page";
import { stampForm } from "~/domain/abuse/read-anti-bot-fields.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { isOpen } from "~/domain/campaigns/is-open";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { choicesFromForm } from "~/domain/consents/choices-from-form.server";
import { publicCount } from "~/domain/counting/counts-source.server";
import { DomainError } from "~/domain/errors";
import { listSignFormPartners } from "~/domain/partners/list-partners.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import { readSignForm } from "~/domain/signatures/sign-form";
import { signPetition } from "~/domain/signatures/sign-petition.server";
import { signingState } from "~/domain/switches/signing-state";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

export const handle = { islands: ["sign-form"] };

/** One campaign: its petition and the form to sign it. */
export const loader = forPage(async ({ context: { ctx, counts, gpc, switches }, params, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const [partners, wordings, { count }] = await Promise.all([
    listSignFormPartners(ctx, campaign.id, locale),
    listConsentWordings(ctx, locale),
    publicCount(counts, campaign.id),
  ]);
  return data(
    {
      title: `${campaign.petitionContent.title} · ${campaign.content.name}`,
      description: campaign.petitionContent.summary,
      campaign,
      isOpen: isOpen(campaign.petition, ctx.now()),
      signing: signingState(switches.current(), campaign),
      partners,
      wordings,
      count,
      countries: listCountryOptions(locale),
      unconfirmedDays: UNCONFIRMED_DAYS,
      gpc,
      antiBot: {
        stamp: stampForm({ now: ctx.now(), vault: ctx.vault, petitionId: campaign.petition.id }),
        challengeUrl: switches.current()?.isOn("under-attack", campaign.id)
          ? `/api/v1/campaigns/${campaign.slug}/challenge`
          : null,
      },
    },
    { headers: { Vary: "Sec-GPC" } },
  );
});

/** Signs. The answer is the same for a first, a repeated and a duplicate signature. */
export const action = forPage(async ({ context: { ctx, gpc }, request, params, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const offered = await listSignFormPartners(ctx, campaign.id, locale);
  const { values, errors } = readSignForm(
    await readForm(request),
    offered.map(({ slug }) => slug),
  );
  if (errors) return data({ values, errors }, { status: 422 });

  const choices = await choicesFromForm(ctx, values, offered, { locale, gpc });
  const petition = { ...campaign.petition, campaignId: campaign.id };
  const outcome = await signPetition(ctx, petition, { ...values, locale, choices });
  if (outcome === "closed") throw new DomainError("petitionNotOpen");
  return redirect(`/${locale}/campaigns/${campaign.slug}/check-inbox`, 303);
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function Campaign() {
  const form = useActionData<typeof action>();
  return (
    <CampaignPage {...useLoaderData<typeof loader>()} values={form?.values ?? null} errors={form?.errors ?? null} />
  );
}
