import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LawmakerFlow } from "~/components/lawmaker-flow";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { readProgress, setProgress } from "~/domain/contacts/flow-progress";
import type { PublishedRegions } from "~/domain/counting/publish-regions";
import { findAnswerRates } from "~/domain/follow-ups/answers.server";
import { formatDistrict } from "~/domain/lawmakers/district";
import { districtFinder } from "~/domain/lawmakers/district-finder";
import { findYourLawmakers, type YourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { lawmakerSteps } from "~/domain/lawmakers/lawmaker-steps";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { pageError } from "~/http/answer.server";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { alternatesBelow } from "~/http/sitemap";

export const handle = { islands: ["find-district"] };

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
export const loader = forPage(async ({ context: { ctx, facts, counts, geocoder }, params, url, locale, i18n }) => {
  const where = readWhere(url.searchParams);
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const yours = findYourLawmakers(facts.current(), where, ctx.now());
  if (!yours) throw pageError({ code: "databaseAway" });

  const done = readProgress(url.searchParams);
  const told = counts.contacts.current()?.get(campaign.slug) ?? null;
  const flow = lawmakerSteps(yours);
  return data(
    {
      title: `${i18n.t("lawmakers:title")} · ${campaign.content.name}`,
      description: i18n.t("lawmakers:description"),
      alternates: alternatesBelow(campaign, "/lawmakers"),
      campaign: { slug: campaign.slug },
      typed: where.zip,
      flow,
      numbers: {
        week: told?.week ?? null,
        offices: Object.fromEntries(flow.offices.map((office) => [office, told?.offices.get(office) ?? null])),
        answers: await findAnswerRates(ctx, campaign.id, flow.offices),
        district: signedIn(counts.regions.current()?.bySlug.get(campaign.slug), yours),
      },
      finder: districtFinder(facts.current(), yours),
      addressService: geocoder?.name ?? null,
      isConfirmed: url.searchParams.has("confirmed"),
      visit: {
        query: setProgress(whereQuery(where), done).toString(),
        done,
        recorded: url.searchParams.get("recorded"),
      },
    },
    { status: statusOf[yours.step], headers: { "Cache-Control": "no-store" } },
  );
});

/** How many have signed in the district, where the public rule lets it be told. */
function signedIn(regions: PublishedRegions | undefined, yours: YourLawmakers): number | null {
  return (yours.step === "offices" && regions?.usDistricts[formatDistrict(yours.house)]) || null;
}

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function LawmakersPage() {
  return <LawmakerFlow {...useLoaderData<typeof loader>()} />;
}
