import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReportOffice } from "~/components/report-office";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { readProgress, setProgress } from "~/domain/contacts/flow-progress";
import { REPORTS_PER_HOUR } from "~/domain/contacts/limits";
import { DomainError } from "~/domain/errors";
import { findOffice } from "~/domain/lawmakers/find-office";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { recordReport } from "~/domain/offices/record-report.server";
import { readReport, reportable } from "~/domain/offices/report-form";
import { documentHeaders } from "~/http/document-headers";
import { FLOW_CACHE_CONTROL } from "~/http/flow-page";
import type { LoadContext } from "~/http/load-context";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** Something is wrong with an office: a number, its form, or who it is. */
export const loader = forPage(async ({ context, params, url, locale, i18n }) => {
  const { ctx } = context;
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const office = officeOf(context, url);
  return data(
    {
      title: `${i18n.t("calls:report.title")} · ${campaign.content.name}`,
      isPrivate: true,
      campaign: campaign.slug,
      office: office.office,
      name: office.lawmaker?.name ?? null,
      query: setProgress(whereQuery(readWhere(url.searchParams)), readProgress(url.searchParams)).toString(),
      reportable: reportable(office),
      requestKey: ctx.newId(),
      thanksFor: url.searchParams.get("thanks"),
    },
    { headers: { "Cache-Control": FLOW_CACHE_CONTROL } },
  );
});

export const action = forPage(async ({ context, request, params, url, locale }) => {
  const { ctx, address, networkLimit } = context;
  await getCampaign(ctx, params.campaign ?? "", locale);
  const office = officeOf(context, url);
  const report = readReport(await readForm(request), office);
  if (report === null) return data({ problem: "faulty" as const }, { status: 422 });
  if (!networkLimit.takes("report", REPORTS_PER_HOUR, address)) {
    return data({ problem: "tooMany" as const }, { status: 429 });
  }
  await recordReport(ctx, office, report);
  const query = setProgress(whereQuery(readWhere(url.searchParams)), readProgress(url.searchParams));
  query.set("office", office.office);
  query.set("thanks", report.kind);
  return redirect(`${url.pathname}?${query}`, 303);
});

/** @throws {DomainError} lawmakerNotFound */
function officeOf({ ctx, facts }: LoadContext, url: URL) {
  const office = findOffice(facts.current(), url.searchParams.get("office") ?? "", ctx.now());
  if (!office) throw new DomainError("lawmakerNotFound");
  return office;
}

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function ReportPage() {
  return <ReportOffice {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem ?? null} />;
}
