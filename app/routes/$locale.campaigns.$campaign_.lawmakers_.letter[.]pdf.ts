import { redirect } from "@remix-run/node";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { getLetterTexts } from "~/domain/campaigns/get-letter-texts.server";
import { pdfFileName } from "~/domain/lawmakers/compose/pdf-file-name";
import { readSheets } from "~/domain/lawmakers/compose/read-sheets";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";
import { undrawableIn, writeLettersPdf } from "~/services/letter-pdf.server";

/** The file is made of a posted form only. A form that was refused in front leads to the page that says why. */
export const loader = forPage(({ context: { fault }, params, url, locale }) => {
  const query = whereQuery(readWhere(url.searchParams));
  const lawmakers = `/${locale}/campaigns/${encodeURIComponent(params.campaign ?? "")}/lawmakers`;
  if (fault === null) return redirect(`${lawmakers}/write?${query}`);
  query.set("refused", fault);
  return redirect(`${lawmakers}/letter?${query}`, 303);
});

/**
 * Makes the posted letters into a PDF; nothing is kept. Where that can't be done the browser posts the same form
 * to the printable page (307), which says why and prints the letters all the same.
 */
export const action = forPage(async ({ context: { ctx, facts }, request, params, url, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const texts = await getLetterTexts(ctx, campaign.id);
  const form = await readForm(request);
  const { sheets, fault } = readSheets(form, facts.current(), { en: texts?.en.lines, es: texts?.es?.lines }, ctx.now());
  if (fault !== null || undrawableIn(sheets).length > 0) {
    const query = whereQuery(readWhere(url.searchParams));
    query.set("pdf", "no");
    return redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers/letter?${query}`, 307);
  }
  const file = await writeLettersPdf(sheets, { title: i18n.t("write:sheet.title"), createdAt: ctx.now() });
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${pdfFileName(sheets)}"`,
      "Cache-Control": "no-store",
    },
  });
});
