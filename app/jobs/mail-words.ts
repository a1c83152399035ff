import { defaultLocale, isLocale, type Locale } from "~/i18n/locales";
import { isPortalLocale } from "~/i18n/portal-locales";
import type { Translate, TranslatePortalMail } from "~emails/parts/translate";
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

/** The words of mails to those who work in the portal. */
export function portalMailWords(ctx: JobContext, locale: string): TranslatePortalMail {
  const spoken = isPortalLocale(locale) ? locale : "en";
  const t = ctx.translator(spoken).getFixedT(spoken, "portal-mail");
  return (key, values) => t(key, values ?? {});
}
