import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CallPage } from "~/components/call-page";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listCallScripts } from "~/domain/contacts/call-scripts.server";
import { viewCall } from "~/domain/contacts/call-view";
import { readProgress, setProgress } from "~/domain/contacts/flow-progress";
import { findYourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { listYourOffices } from "~/domain/lawmakers/your-offices";
import { parseZip } from "~/domain/lawmakers/zip";
import { pageError } from "~/http/answer.server";
import { documentHeaders } from "~/http/document-headers";
import { FLOW_CACHE_CONTROL } from "~/http/flow-page";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

export const handle = { islands: ["call-script", "copy-text"] };

/** Calls the offices of a place, one screen for each. */
export const loader = forPage(async ({ context: { ctx, facts, origin }, params, url, locale, i18n }) => {
  const where = readWhere(url.searchParams);
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const yours = findYourLawmakers(facts.current(), where, ctx.now());
  if (!yours) throw pageError({ code: "databaseAway" });
  const offices = listYourOffices(yours);
  const base = `/${locale}/campaigns/${campaign.slug}`;
  // The overview asks what is still open.
  if (offices.length === 0) throw redirect(`${base}/lawmakers?${whereQuery(where)}`);

  const scripts = await listCallScripts(ctx, campaign.id);
  const script = scripts.find(({ language }) => language === url.searchParams.get("say")) ?? scripts[0] ?? null;
  const progress = readProgress(url.searchParams);
  const view = viewCall(offices, {
    office: url.searchParams.get("office"),
    isFinished: url.searchParams.has("finished"),
    progress,
    zip: where.zip === null ? null : parseZip(where.zip),
    script,
  });
  const { locale: of, dir, share } = campaign.petitionContent;
  return data(
    {
      title: `${i18n.t(view.screen ? "calls:title" : "calls:finish.title")} · ${campaign.content.name}`,
      isPrivate: true,
      campaign: { slug: campaign.slug },
      view,
      query: setProgress(whereQuery(where), progress).toString(),
      languages: scripts.map(({ language }) => language),
      language: script?.language ?? ("en" as const),
      isDraft: script?.isDraft ?? false,
      requestKey: ctx.newId(),
      recorded: url.searchParams.get("recorded"),
      share: { ...share, locale: of, dir, url: `${origin}${base}` },
    },
    { headers: { "Cache-Control": FLOW_CACHE_CONTROL } },
  );
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function LawmakersCallPage() {
  return <CallPage {...useLoaderData<typeof loader>()} />;
}
