import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckInbox } from "~/components/check-inbox";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { locateZip } from "~/domain/lawmakers/locate-zip";
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
  return {
    title: `${i18n.t("confirm:inbox.title")} · ${campaign.content.name}`,
    isPrivate: true,
    campaign: { slug: campaign.slug, petitionContent: campaign.petitionContent },
    validDays: CONFIRMATION_DAYS,
    isMailLate: switches.current()?.isOn("mail-paused") ?? false,
    wasResent: url.searchParams.has("resent"),
  };
});

export const action = forPage(async ({ context: { ctx, facts }, request, params, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const { values, errors } = readMailboxForm(await readForm(request));
  if (errors) return data({ values, errors }, { status: 422 });

  const petition = { id: campaign.petition.id, campaignId: campaign.id };
  if (values.intent === "resend") {
    await renewByEmail(ctx, petition, values.email);
    return redirect(`/${locale}/campaigns/${campaign.slug}/check-inbox?resent=1`, 303);
  }
  const outcome = await confirmByCode(ctx, petition, values, (zip) => locateZip(facts.current(), zip, ctx.now()));
  if (outcome.result !== "confirmed") return data({ values, errors: { code: "codeWrong" as const } }, { status: 422 });
  return redirect(nextPage(locale, outcome.campaignSlug, outcome.next), 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function CheckInboxPage() {
  const form = useActionData<typeof action>();
  return <CheckInbox {...useLoaderData<typeof loader>()} values={form?.values ?? null} errors={form?.errors ?? null} />;
}
