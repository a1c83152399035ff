import { renderMarkdown } from "~/domain/content/render-markdown.server";
import type { SampleMail } from "~/domain/mailings/test-mailing.server";
import { defaultLocale, isLocale } from "~/i18n/locales";
import { mailingMail } from "~emails/mailing";
import type { RenderedMail } from "~emails/parts/render-mail";
import type { PortalPage } from "./portal-page.server";

/** A mailing as its readers will have it, whose link stops nothing. */
export function renderSample({ context }: Pick<PortalPage, "context">, sample: SampleMail): Promise<RenderedMail> {
  const locale = isLocale(sample.locale) ? sample.locale : defaultLocale;
  const t = context.translator(locale).getFixedT(locale, "mail");
  return mailingMail({
    t: (key, values) => t(key, values ?? {}),
    locale,
    site: { name: "Privacy for All", origin: context.origin },
    sender: sample.sender,
    postalAddress: sample.postalAddress,
    subject: sample.subject,
    bodyHtml: renderMarkdown(sample.body),
    petition: sample.petition,
    stopUrl: `${context.origin}/${locale}/unsubscribe/test`,
  });
}
