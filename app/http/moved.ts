import { redirect } from "@remix-run/node";

/**
 * What a loader throws where a page has another address for good; the query goes along. It is asked for again each time:
 * an address may be taken back, and a browser that kept both moves would go round in a circle.
 */
export function movedTo(path: string, from: URL): Response {
  return redirect(`${encodeURI(path)}${from.search}`, {
    status: 301,
    headers: { "Cache-Control": "no-cache" },
  });
}
