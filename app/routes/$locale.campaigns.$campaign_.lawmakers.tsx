import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LawmakerFlow } from "~/components/lawmaker-flow";
import { actionForm, recordAction } from "~/domain/actions/record-action.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { getMessageTemplates } from "~/domain/campaigns/get-message-templates.server";
import { DomainError } from "~/domain/errors";
import { findLawmaker } from "~/domain/lawmakers/find-lawmaker";
import { findYourLawmakers, type YourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { lawmakerSteps } from "~/domain/lawmakers/lawmaker-steps";
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
  const query = (name: string) => url.searchParams.get(name)?.trim() || null;
  const where = { zip: query("zip"), district: query("district"), state: query("state")?.toUpperCase() ?? null };
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
      recorded: query("recorded"),
    },
    { status: statusOf[yours.step], headers: { "Cache-Control": "no-store" } },
  );
});

/** Records that somebody called or wrote, and names nobody. */
export const action = forPage(async ({ context: { ctx, facts }, request, params, url, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const form = actionForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) throw pageError({ code: "badRequest" });
  const lawmaker = findLawmaker(facts.current(), form.data.bioguide, ctx.now());
  if (!lawmaker) throw new DomainError("lawmakerNotFound");

  await recordAction(ctx, campaign.id, lawmaker, form.data, locale);
  const query = new URLSearchParams(url.searchParams);
  query.delete("confirmed");
  query.set("recorded", `${form.data.kind}-${lawmaker.bioguide}`);
  return redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers?${query}#${lawmaker.bioguide}`, 303);
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function LawmakersPage() {
  return <LawmakerFlow {...useLoaderData<typeof loader>()} />;
}
