import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchPage } from "~/components/search-page";
import { findHits } from "~/domain/search/find-hits.server";
import { LONGEST_QUERY } from "~/domain/search/limits";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** Search over published content. What somebody looks for is their own: the page is in no index and no cache. */
export const loader = forPage(async ({ context: { ctx }, url, locale, i18n }) => {
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, LONGEST_QUERY);
  return {
    title: `${i18n.t("search:title")} · Privacy for All`,
    isPrivate: true,
    query,
    ...(await findHits(ctx, query, locale)),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
