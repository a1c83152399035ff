import { listLatestUpdates } from "~/domain/updates/list-updates.server";
import { forPage } from "~/http/page-request.server";
import { rssXml } from "~/http/rss";

const NEWEST = 30;

/** The newest articles for feed readers, in the reader's language where there is one. */
export const loader = forPage(async ({ context: { ctx, origin }, locale, i18n }) => {
  const body = rssXml({
    origin,
    locale,
    title: `${i18n.t("updates:title")} · Privacy for All`,
    description: i18n.t("updates:description"),
    updates: await listLatestUpdates(ctx, locale, NEWEST),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/rss+xml; charset=utf-8",
      "Content-Language": locale,
      "Cache-Control": "public, max-age=300",
    },
  });
});
