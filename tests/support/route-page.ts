import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { type ComponentType, createElement } from "react";
import type { Context } from "~/domain/context";
import { createTranslators } from "~/i18n/instances.server";
import { localeOfPath } from "~/i18n/locales";
import { createLog } from "~/services/log.server";
import { htmlOf } from "./html-of";

const translator = createTranslators();

/** What a loader is given for a path of the site, with what pages of content need of the installation. */
export function loaderArguments(ctx: Context, path: string, params: Record<string, string>): LoaderFunctionArgs {
  const origin = "https://privacy.example";
  const context = { ctx, translator, origin, log: createLog("silent") };
  const locale = localeOfPath(path);
  return {
    request: new Request(`${origin}${path}`),
    params: { locale, ...params },
    context: context as Partial<AppLoadContext> as AppLoadContext,
  };
}

/** What a page shows of the data that its loader gave, as HTML. */
export function pageOf<Props extends object>(component: ComponentType<Props>, data: Props, locale: string): string {
  return htmlOf(localeOfPath(`/${locale}`), createElement(component, data));
}
