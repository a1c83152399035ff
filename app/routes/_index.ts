import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { preferredLocale } from "~/i18n/preferred-locale";

/** Leads to the language the browser asks for. No cookie: the address is the memory. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = preferredLocale(request.headers.get("accept-language"));
  return redirect(`/${locale}`, { status: 302, headers: { Vary: "Accept-Language", "Cache-Control": "no-store" } });
}
