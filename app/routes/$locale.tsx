import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { pageError } from "~/http/answer.server";
import { spokenLocale } from "~/http/spoken-locale";

/** Every page stands below its language; an unknown one is no page. */
export function loader({ params, context }: LoaderFunctionArgs) {
  if (spokenLocale(context, params.locale) === null) throw pageError({ code: "localeNotFound" });
  return null;
}

export default function LocalePages() {
  return <Outlet />;
}
