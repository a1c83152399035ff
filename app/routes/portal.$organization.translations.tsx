import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskPage } from "~/components/portal/desk/desk-page";
import { readDeskFilter } from "~/domain/translations/desk/desk-filter";
import { listDesk } from "~/domain/translations/desk/list-desk.server";
import { pageMeta } from "~/http/page-meta";
import { pageNumber } from "~/http/page-number";
import { forPortal } from "~/http/portal/portal-page.server";

/** Everything that an organization has to translate, and how far it is. */
export const loader = forPortal(async ({ ctx, actor, base, url, i18n }) => {
  const filter = readDeskFilter(url.searchParams);
  return {
    title: i18n.t("portal-texts:desk.title"),
    isPrivate: true,
    base,
    isHost: actor.organization.kind === "host",
    filter,
    ...(await listDesk(ctx, actor, filter, pageNumber(url.searchParams))),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function Translations() {
  return <DeskPage {...useLoaderData<typeof loader>()} />;
}
