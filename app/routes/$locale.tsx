import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { pageError } from "~/http/answer.server";
import { isLocale } from "~/i18n/locales";

/** Every page stands below its language; an unknown one is no page. */
export function loader({ params }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw pageError({ code: "localeNotFound" });
  return null;
}

export default function LocalePages() {
  return <Outlet />;
}
