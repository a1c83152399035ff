import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DraftNote } from "~/components/draft-note";
import { Pager } from "~/components/pager";
import { SearchForm } from "~/components/search-form";
import { UpdateCard } from "~/components/update-card";
import { UpdateFilterForm } from "~/components/update-filter-form";
import { useLocale } from "~/components/use-locale";
import { listUpdateChoices } from "~/domain/updates/list-update-choices.server";
import { listUpdates, UPDATES_PER_PAGE } from "~/domain/updates/list-updates.server";
import { readUpdateFilters, updateQuery } from "~/domain/updates/update-filters";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** All articles, narrowed by kind, principle and region. Behind the last page there is none: it leads back there. */
export const loader = forPage(async ({ context: { ctx }, url, locale, i18n }) => {
  const filters = readUpdateFilters(url.searchParams);
  const [{ updates, total }, choices] = await Promise.all([
    listUpdates(ctx, locale, filters),
    listUpdateChoices(ctx, locale),
  ]);
  const pages = Math.max(1, Math.ceil(total / UPDATES_PER_PAGE));
  if (filters.page > pages) throw redirect(`/${locale}/updates${updateQuery({ ...filters, page: pages })}`);
  return {
    title: `${i18n.t("updates:title")} · Privacy for All`,
    description: i18n.t("updates:description"),
    filters,
    updates,
    total,
    pages,
    choices,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function UpdatesPage() {
  const { filters, updates, total, pages, choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation("updates");
  const locale = useLocale();
  const isNarrowed = filters.type !== null || filters.principle !== null || filters.region !== null;
  return (
    <div className="page">
      <div className="section__head">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </div>
      <SearchForm query="" />
      <UpdateFilterForm chosen={filters} choices={choices} />
      <p className="list-state">
        <span>{total === 0 ? t("filter.none") : t("filter.found", { count: total })}</span>
        {isNarrowed && <a href={`/${locale}/updates`}>{t("filter.clear")}</a>}
        <a href={`/${locale}/updates.rss`} type="application/rss+xml">
          {t("rss")}
        </a>
      </p>
      <DraftNote texts={updates} />
      <div className="cards cards--three">
        {updates.map((update) => (
          <UpdateCard key={update.slug} update={update} level="h2" />
        ))}
      </div>
      <Pager
        page={filters.page}
        pages={pages}
        href={(page) => `/${locale}/updates${updateQuery({ ...filters, page })}`}
      />
    </div>
  );
}
