import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublicPages } from "~/domain/content/list-public-pages.server";
import { answer } from "~/http/answer.server";
import { sitemapXml } from "~/http/sitemap";

/** Every public page in every language, for search engines. */
export function loader({ context }: LoaderFunctionArgs) {
  return answer(context, async () => {
    const body = sitemapXml(context.origin, await listPublicPages(context.ctx));
    return new Response(body, {
      headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=600" },
    });
  });
}
