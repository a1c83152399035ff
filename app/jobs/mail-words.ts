import { defaultLocale, isLocale, type Locale } from "~/i18n/locales";
import type { Translate } from "~emails/parts/translate";
import type { JobContext } from "./job-context";

export const siteName = "Privacy for All";

/** The language of a mail: the signer's, where the interface still speaks it. */
export function mailLocale(locale: string): Locale {
  return isLocale(locale) ? locale : defaultLocale;
}

/** The words of mails in a language. */
export function mailWords(ctx: JobContext, locale: Locale): Translate {
  const t = ctx.translator(locale).getFixedT(locale, "mail");
  return (key, values) => t(key, values ?? {});
}
