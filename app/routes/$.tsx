import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageError } from "~/http/answer.server";
import { isLocale } from "~/i18n/locales";

/** Everything that is no page at all. */
export function loader({ params }: LoaderFunctionArgs) {
  const first = params["*"]?.split("/")[0];
  throw pageError({ code: first?.length === 2 && !isLocale(first) ? "localeNotFound" : "pageNotFound" });
}

export const action = loader;

export default function NoPage() {
  return null;
}
