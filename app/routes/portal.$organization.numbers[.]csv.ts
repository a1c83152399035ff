import { getOrganizationNumbers } from "~/domain/numbers/organization-numbers.server";
import { organizationCharts, organizationTable } from "~/domain/numbers/tables";
import { chartOf, chosenPeriod, numbersFile } from "~/http/portal/numbers-file.server";
import { forPortal } from "~/http/portal/portal-page.server";

/** The numbers behind one chart of an organization. */
export const loader = forPortal(async ({ ctx, actor, url, locale, i18n, membership }) => {
  const choice = chosenPeriod(url, ctx.now());
  const numbers = await getOrganizationNumbers(ctx, actor, choice, locale);
  const table = organizationTable(chartOf(url, organizationCharts), numbers);
  return numbersFile(table, { i18n, name: membership.slug, choice });
});
