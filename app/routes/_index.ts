import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { errorStatus } from "~/http/faults";
import { preferredLocale } from "~/i18n/preferred-locale";

/** Leads to the language the browser asks for. No cookie: the address is the memory. */
export function loader({ request, context: { fault } }: LoaderFunctionArgs) {
  // A route without a page of its own, so the root does not show the refusal.
  if (fault) return new Response(null, { status: errorStatus[fault] });
  const locale = preferredLocale(request.headers.get("accept-language"));
  return redirect(`/${locale}`, { status: 302, headers: { Vary: "Accept-Language", "Cache-Control": "no-store" } });
}
