import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PrincipleList } from "~/components/principle-list";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** The ten principles. */
export const loader = forPage(async ({ context: { ctx }, locale, i18n }) => ({
  title: `${i18n.t("principles:title")} · Privacy for All`,
  description: i18n.t("principles:description"),
  principles: await listPrinciples(ctx, locale),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function PrinciplesPage() {
  return <PrincipleList {...useLoaderData<typeof loader>()} />;
}
