import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LawmakerFlow } from "~/components/lawmaker-flow";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { getMessageTemplates } from "~/domain/campaigns/get-message-templates.server";
import { contactForm, recordContact } from "~/domain/contacts/record-contact.server";
import { DomainError } from "~/domain/errors";
import { findOffice } from "~/domain/lawmakers/find-office";
import { findYourLawmakers, type YourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { lawmakerSteps } from "~/domain/lawmakers/lawmaker-steps";
import { readWhere } from "~/domain/lawmakers/where-you-live";
import { pageError } from "~/http/answer.server";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

export const handle = { islands: ["copy-text"] };

/** An answer about a ZIP code that is none, or that we don't know, is a page that helps. */
const statusOf: Record<YourLawmakers["step"], number> = {
  ask: 200,
  zipFaulty: 400,
  zipUnknown: 404,
  zipWithoutSeat: 404,
  districtUnknown: 404,
  chooseHomeState: 200,
  chooseState: 200,
  chooseDistrict: 200,
  offices: 200,
  expired: 200,
};

/** The contact flow of the United States: where you live, whom you elect, what to say. */
export const loader = forPage(async ({ context: { ctx, facts }, params, url, locale, i18n }) => {
  const where = readWhere(url.searchParams);
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const yours = findYourLawmakers(facts.current(), where, ctx.now());
  if (!yours) throw pageError({ code: "databaseAway" });

  const templates = await getMessageTemplates(ctx, campaign.id, locale);
  return data(
    {
      title: `${i18n.t("lawmakers:title")} · ${campaign.content.name}`,
      description: i18n.t("lawmakers:description"),
      campaign: { slug: campaign.slug },
      typed: where.zip,
      flow: lawmakerSteps(yours, templates, ctx),
      isConfirmed: url.searchParams.has("confirmed"),
      recorded: url.searchParams.get("recorded"),
    },
    { status: statusOf[yours.step], headers: { "Cache-Control": "no-store" } },
  );
});

/** Records that somebody called or wrote, and names nobody. */
export const action = forPage(async ({ context: { ctx, facts }, request, params, url, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const form = contactForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) throw pageError({ code: "badRequest" });
  const office = findOffice(facts.current(), form.data.office, ctx.now());
  if (!office) throw new DomainError("lawmakerNotFound");

  await recordContact(ctx, campaign.id, office, form.data, locale);
  const query = new URLSearchParams(url.searchParams);
  query.delete("confirmed");
  query.set("recorded", `${form.data.channel}-${office.office}`);
  return redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers?${query}#${office.office}`, 303);
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function LawmakersPage() {
  return <LawmakerFlow {...useLoaderData<typeof loader>()} />;
}
