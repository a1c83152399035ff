import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Confirm } from "~/components/confirm";
import { Withdrawn } from "~/components/withdraw";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { DomainError } from "~/domain/errors";
import { locateZip } from "~/domain/lawmakers/locate-zip";
import { findPartnerNames } from "~/domain/partners/find-partner-names.server";
import { findPublicSignature } from "~/domain/public-signatures/find-public-signature.server";
import { hideStandingSignature } from "~/domain/public-signatures/hide-signature.server";
import { readPublicChoice } from "~/domain/public-signatures/public-choice";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { getConfirmation } from "~/domain/signatures/confirmation.server";
import { nextStep } from "~/domain/signatures/next-step";
import { renewByToken } from "~/domain/signatures/renew-confirmation.server";
import { findWithdrawn, withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { nextPage } from "~/http/next-page";
import { pageMeta } from "~/http/page-meta";
import { forPage, type PageRequest } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** The address of this page is a secret: it is kept by nobody and handed on to nobody. */
const secretPage = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** Shows what the mailed link would confirm, and changes nothing: mail scanners open links too. */
export const loader = forPage(async (page) => {
  const { ctx } = page.context;
  try {
    return await showConfirmation(page);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "tokenNotFound") throw error;
    const withdrawn = await findWithdrawn(ctx, page.params.token ?? "");
    if (!withdrawn) throw error;
    const campaign = await getCampaign(ctx, withdrawn.campaignSlug, page.locale);
    return data(
      {
        title: `${page.i18n.t("confirm:withdrawn.title")} · ${campaign.content.name}`,
        isPrivate: true,
        state: "withdrawn",
        petition: campaign.petitionContent,
        petitionPath: `/${page.locale}/campaigns/${campaign.slug}`,
      } as const,
      { headers: secretPage },
    );
  }
});

async function showConfirmation({ context: { ctx }, params, locale, i18n }: PageRequest) {
  const confirmation = await getConfirmation(ctx, params.token ?? "");
  const campaign = await getCampaign(ctx, confirmation.campaignSlug, locale);
  const isDone = confirmation.state === "confirmed" && (confirmation.isUsed || confirmation.isExpired);
  const state = isDone ? "done" : confirmation.isExpired ? "expired" : "open";
  const [wordings, shown] = await Promise.all([
    state === "open" ? listConsentWordings(ctx, locale) : [],
    state === "done" ? findPublicSignature(ctx, confirmation) : null,
  ]);
  return data(
    {
      title: `${i18n.t(`confirm:${state}.title`)} · ${campaign.content.name}`,
      isPrivate: true,
      state,
      name: confirmation.name,
      country: confirmation.country,
      newsletter: confirmation.choices.newsletter,
      partners: await findPartnerNames(ctx, confirmation.choices.partnerIds),
      petition: campaign.petitionContent,
      wordings: wordings.filter(({ purpose }) => purpose === "public_name" || purpose === "public_comment"),
      shown,
      next: nextPage(locale, campaign.slug, nextStep(confirmation)),
    } as const,
    { status: state === "expired" ? 410 : 200, headers: secretPage },
  );
}

/** Confirms, withdraws, hides what is shown, or mails a new link in place of an expired one. Doing it twice does it once. */
export const action = forPage(async ({ context: { ctx, facts, gpc }, request, params, locale }) => {
  const token = params.token ?? "";
  const form = await readForm(request);
  if (form.get("intent") === "renew") {
    const slug = await renewByToken(ctx, token);
    return redirect(`/${locale}/campaigns/${slug}/check-inbox?resent=1`, { status: 303, headers: secretPage });
  }
  if (form.get("intent") === "withdraw") {
    await withdrawByToken(ctx, token, { locale, gpc });
    // The page then says what became of it.
    return redirect(`/${locale}/confirm/${encodeURIComponent(token)}`, { status: 303, headers: secretPage });
  }
  if (form.get("intent") === "hide") {
    const { campaignId, signatureId } = await getConfirmation(ctx, token);
    await hideStandingSignature(ctx, { campaignId, id: signatureId }, { locale, gpc });
    return redirect(`/${locale}/confirm/${encodeURIComponent(token)}`, { status: 303, headers: secretPage });
  }
  const { values, errors } = readPublicChoice(form);
  if (errors !== null) return data({ values, errors }, { status: 422, headers: secretPage });
  const zips = (zip: string) => locateZip(facts.current(), zip, ctx.now());
  const outcome = await confirmByToken(ctx, token, zips, { ...values, locale, gpc });
  if (outcome.result === "expired") return data(null, { status: 410, headers: secretPage });
  return redirect(nextPage(locale, outcome.campaignSlug, outcome.next), { status: 303, headers: secretPage });
});

export const headers: HeadersFunction = () => secretPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function ConfirmPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.state === "withdrawn") return <Withdrawn {...page} />;
  return <Confirm {...page} values={sent?.values ?? null} errors={sent?.errors ?? null} />;
}
