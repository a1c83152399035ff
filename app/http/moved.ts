import { redirect } from "@remix-run/node";

/** What a loader throws where a page has another address for good; the query goes along. */
export function movedTo(path: string, from: URL): Response {
  return redirect(`${encodeURI(path)}${from.search}`, {
    status: 301,
    headers: { "Cache-Control": "public, max-age=3600" },
  });
}
