import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckInbox } from "~/components/check-inbox";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { locateZip } from "~/domain/lawmakers/locate-zip";
import { readPublicChoice } from "~/domain/public-signatures/public-choice";
import { confirmByCode } from "~/domain/signatures/confirm-by-code.server";
import { readMailboxForm } from "~/domain/signatures/mailbox-forms";
import { renewByEmail } from "~/domain/signatures/renew-confirmation.server";
import { CONFIRMATION_DAYS } from "~/domain/signatures/retention";
import { nextPage } from "~/http/next-page";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** After signing: look into your mailbox. The same for everybody who sent the form. */
export const loader = forPage(async ({ context: { ctx, switches }, params, url, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const wordings = await listConsentWordings(ctx, locale);
  return {
    title: `${i18n.t("confirm:inbox.title")} · ${campaign.content.name}`,
    isPrivate: true,
    campaign: { slug: campaign.slug, petitionContent: campaign.petitionContent },
    validDays: CONFIRMATION_DAYS,
    isMailLate: switches.current()?.isOn("mail-paused") ?? false,
    wasResent: url.searchParams.has("resent"),
    wordings: wordings.filter(({ purpose }) => purpose === "public_name" || purpose === "public_comment"),
  };
});

export const action = forPage(async ({ context: { ctx, facts, gpc }, request, params, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const form = await readForm(request);
  const shown = readPublicChoice(form);
  const mailbox = readMailboxForm(form);
  const values = { ...mailbox.values, ...shown.values };
  const errors = mailbox.errors || shown.errors ? { ...mailbox.errors, ...shown.errors } : null;
  if (errors) return data({ values, errors }, { status: 422 });

  const petition = { id: campaign.petition.id, campaignId: campaign.id };
  if (values.intent === "resend") {
    await renewByEmail(ctx, petition, values.email);
    return redirect(`/${locale}/campaigns/${campaign.slug}/check-inbox?resent=1`, 303);
  }
  const zips = (zip: string) => locateZip(facts.current(), zip, ctx.now());
  const outcome = await confirmByCode(ctx, petition, values, zips, { ...shown.values, locale, gpc });
  if (outcome.result !== "confirmed") return data({ values, errors: { code: "codeWrong" as const } }, { status: 422 });
  return redirect(nextPage(locale, outcome.campaignSlug, outcome.next), 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function CheckInboxPage() {
  const form = useActionData<typeof action>();
  return <CheckInbox {...useLoaderData<typeof loader>()} values={form?.values ?? null} errors={form?.errors ?? null} />;
}
