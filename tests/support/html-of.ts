import type { ReactElement } from "react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { createTranslators } from "~/i18n/instances.server";
import type { Locale } from "~/i18n/locales";

const translators = createTranslators();

/** What a component shows on a page in a language. */
export function htmlOf(locale: Locale, element: ReactElement): string {
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n: translators(locale) }, element));
}
