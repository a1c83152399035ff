import type { LoaderFunctionArgs } from "@remix-run/node";

/** Pages that belong to one person, or that answer a question of one reader (RFC 9309). */
const closed = [
  "/dev/",
  "/api/",
  "/portal",
  "/*/confirm/",
  "/*/deliver/",
  "/*/answers/",
  "/*/unsubscribe/",
  "/*/search",
  "/*/campaigns/*/check-inbox",
  "/*/campaigns/*/lawmakers?",
  "/*/campaigns/*/lawmakers/",
];

/** What programs that walk the web are asked to leave out, and where they find the rest. */
export function loader({ context }: LoaderFunctionArgs) {
  const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), ""];
  return new Response(`${lines.join("\n")}\nSitemap: ${context.origin}/sitemap.xml\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
