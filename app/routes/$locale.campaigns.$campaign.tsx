import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CampaignPage } from "~/components/campaign-page";
import { stampForm } from "~/domain/abuse/read-anti-bot-fields.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { isOpen } from "~/domain/campaigns/is-open";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { publicCount } from "~/domain/counting/counts-source.server";
import { firstEndorsements } from "~/domain/endorsements/list-public-endorsements.server";
import { DomainError } from "~/domain/errors";
import { listSignFormPartners } from "~/domain/partners/list-partners.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import { SOURCE_FIELD, sourceTag } from "~/domain/signatures/source-tag";
import { signingState } from "~/domain/switches/signing-state";
import { pageError } from "~/http/answer.server";
import { brandMeta } from "~/http/brand-meta";
import { documentHeaders } from "~/http/document-headers";
import { movedTo } from "~/http/moved";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";
import { alternatesOf } from "~/http/sitemap";
import { campaignCard, socialPath } from "~/http/social-cards";

export const handle = { islands: ["sign-form"] };

/** One campaign: its petition and the form to sign it. */
export const loader = forPage(async ({ context: { ctx, counts, gpc, switches }, params, url, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  if (campaign.address !== params.campaign) throw movedTo(`/${locale}/campaigns/${campaign.address}`, url);
  const { title, summary } = campaign.petitionContent;
  const [partners, wordings, { count }, endorsements] = await Promise.all([
    listSignFormPartners(ctx, campaign.id, locale),
    listConsentWordings(ctx, locale, campaign.id),
    publicCount(counts, campaign.id),
    firstEndorsements(ctx, campaign.id),
  ]);
  return data(
    {
      title: `${title} · ${campaign.content.name === title ? "Privacy for All" : campaign.content.name}`,
      description: summary,
      socialImage: socialPath(locale, "campaign", campaign.slug, campaignCard(campaign)),
      alternates: alternatesOf({ kind: "campaign", slugs: campaign.slugs }),
      campaign,
      isOpen: isOpen(campaign.petition, ctx.now()),
      isBeforeOpening: campaign.petition.opensAt > ctx.now(),
      signing: signingState(switches.current(), campaign),
      partners,
      wordings,
      count,
      endorsements,
      week: counts.contacts.current()?.get(campaign.slug)?.week ?? null,
      countries: listCountryOptions(locale),
      unconfirmedDays: UNCONFIRMED_DAYS,
      gpc,
      source: sourceTag(url.searchParams.get(SOURCE_FIELD)),
      antiBot: {
        stamp: stampForm({ now: ctx.now(), vault: ctx.vault, petitionId: campaign.petition.id, wordings }),
        challengeUrl: switches.current()?.isOn("under-attack", campaign.id)
          ? `/api/v1/campaigns/${campaign.slug}/challenge`
          : null,
      },
    },
    { headers: { Vary: "Sec-GPC" } },
  );
});

/** Signs. The answer is the same for a first, a repeated and a duplicate signature. */
export const action = forPage(async ({ context: { takeSignForm, gpc, address }, request, params, locale }) => {
  const form = await readForm(request);
  const taken = await takeSignForm({ form, campaignSlug: params.campaign ?? "", locale, gpc, address });
  if (taken.result === "closed") throw new DomainError("petitionNotOpen");
  if (taken.result === "paused") throw pageError({ code: "signaturesPaused" });
  if (taken.result === "faulty") return data({ values: taken.values, errors: taken.errors }, { status: 422 });
  return redirect(`/${locale}/campaigns/${taken.campaignSlug}/check-inbox`, 303);
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageMeta(data),
  ...brandMeta(data?.campaign.branding.colour),
];

export default function Campaign() {
  const form = useActionData<typeof action>();
  return (
    <CampaignPage {...useLoaderData<typeof loader>()} values={form?.values ?? null} errors={form?.errors ?? null} />
  );
}
