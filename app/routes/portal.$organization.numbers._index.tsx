import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AllNumbersPage } from "~/components/portal/numbers/all-numbers-page";
import { dayOf } from "~/domain/numbers/days";
import { getOrganizationNumbers } from "~/domain/numbers/organization-numbers.server";
import { readPeriod } from "~/domain/numbers/period";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** The numbers of all campaigns of an organization. */
export const loader = forPortal(async ({ ctx, actor, url, locale, i18n, base }) => {
  const { choice, typed, errors } = readPeriod(url.searchParams, ctx.now());
  const numbers = await getOrganizationNumbers(ctx, actor, choice, locale);
  const facts = {
    title: i18n.t("portal-numbers:all.title"),
    isPrivate: true,
    numbers,
    isHost: actor.organization.kind === "host",
    form: { typed, errors, today: dayOf(ctx.now()) },
    path: `${base}/numbers`,
  };
  return data(facts, errors ? { status: 422 } : {});
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function AllNumbers() {
  return <AllNumbersPage {...useLoaderData<typeof loader>()} />;
}
