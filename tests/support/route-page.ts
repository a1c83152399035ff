import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import type { Context } from "~/domain/context";
import { createTranslators } from "~/i18n/instances.server";
import { localeOfPath } from "~/i18n/locales";
import { createLog } from "~/services/log.server";

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

/** What a component shows in a language, as HTML. */
export function htmlOf<Props extends object>(component: ComponentType<Props>, props: Props, locale: string): string {
  const page = createElement(component, props);
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n: translator(localeOfPath(`/${locale}`)) }, page));
}
