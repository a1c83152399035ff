import type { LoaderFunctionArgs } from "@remix-run/node";
import type { i18n } from "i18next";
import type { Locale } from "~/i18n/locales";
import { answer, pageError } from "./answer.server";
import type { LoadContext } from "./load-context";
import { spokenLocale } from "./spoken-locale";

/** What most pages read of their request. */
export interface PageRequest {
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  context: LoadContext;
  locale: Locale;
  i18n: i18n;
}

/** Runs a page's loader or action with its language, and turns what stops it into the right error page. */
export function forPage<T>(work: (page: PageRequest) => Promise<T> | T) {
  return ({ request, params, context }: LoaderFunctionArgs): Promise<T> =>
    answer(context, () => {
      const locale = spokenLocale(context, params.locale);
      if (locale === null) throw pageError({ code: "localeNotFound" });
      return work({ request, url: new URL(request.url), params, context, locale, i18n: context.translator(locale) });
    });
}
