import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LettersPage } from "~/components/letters-page";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { getLetterTexts } from "~/domain/campaigns/get-letter-texts.server";
import { readSheets } from "~/domain/lawmakers/compose/read-sheets";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { pageError } from "~/http/answer.server";
import { documentHeaders } from "~/http/document-headers";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";
import { undrawableIn } from "~/services/letter-pdf.server";

const refusals = z.enum(["bodyTooLarge", "crossSite", "databaseAway", "readOnly", "tooBusy"]);

/**
 * Without letters, as after a change of language, the page leads to where they are written. `?refused` tells why the
 * server in front took no form for a PDF.
 */
export const loader = forPage(async ({ context: { ctx }, params, url, locale, i18n }) => {
  const refused = refusals.safeParse(url.searchParams.get("refused"));
  if (refused.success) throw pageError({ code: refused.data });
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  return data(
    {
      title: `${i18n.t("write:sheet.title")} · ${campaign.content.name}`,
      isPrivate: true,
      campaign: { slug: campaign.slug },
      query: whereQuery(readWhere(url.searchParams)).toString(),
    },
    { headers: { "Cache-Control": "no-store" } },
  );
});

/** Lays out the posted letters for printing. Nothing is kept. `?pdf` leads here from a PDF that could not be made. */
export const action = forPage(async ({ context: { ctx, facts }, request, params, url, locale }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const texts = await getLetterTexts(ctx, campaign.id);
  const form = await readForm(request);
  const { sheets, fault } = readSheets(form, facts.current(), { en: texts?.en.lines, es: texts?.es?.lines }, ctx.now());
  const undrawable = url.searchParams.has("pdf") ? undrawableIn(sheets).slice(0, 20) : [];
  return data({ sheets, fault, undrawable }, { status: fault === null ? 200 : 422 });
});

export const headers = documentHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function LetterPage() {
  return <LettersPage {...useLoaderData<typeof loader>()} letters={useActionData<typeof action>()} />;
}
