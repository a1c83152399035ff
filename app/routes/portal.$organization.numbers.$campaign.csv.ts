import { getCampaignNumbers } from "~/domain/numbers/campaign-numbers.server";
import { campaignCharts, campaignTable } from "~/domain/numbers/tables";
import { chartOf, chosenPeriod, numbersFile } from "~/http/portal/numbers-file.server";
import { forPortal } from "~/http/portal/portal-page.server";

/** The numbers behind one chart of a campaign. */
export const loader = forPortal(async ({ ctx, actor, url, params, locale, i18n }) => {
  const choice = chosenPeriod(url, ctx.now());
  const numbers = await getCampaignNumbers(ctx, actor, params.campaign ?? "", choice, locale);
  const table = campaignTable(chartOf(url, campaignCharts), numbers);
  return numbersFile(table, { i18n, name: numbers.campaign.slug, choice });
});
