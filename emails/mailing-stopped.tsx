import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate, TranslatePortalMail } from "./parts/translate";
import { Words } from "./parts/words";

export interface MailingStoppedProps {
  t: Translate;
  words: TranslatePortalMail;
  locale: string;
  site: Site;
  /** To the page of the portal, where one has to be signed in. */
  link: string;
  /** What colleagues call the mailing. */
  name: string;
  sent: number;
  complained: number;
}

/** Tells owners that a mailing was stopped, because too many of its readers called it spam. */
export function mailingStoppedMail({ t, words, locale, site, link, name, sent, complained }: MailingStoppedProps) {
  return renderMail(
    words("mailingStopped.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={words("mailingStopped.preview")}
      heading={words("mailingStopped.heading")}
      reason={<Words>{words("mailingStopped.reason")}</Words>}
    >
      <Paragraph>
        <Words>{words("mailingStopped.body", { name: isolate(name), sent, count: complained })}</Words>
      </Paragraph>
      <Paragraph>{words("mailingStopped.next")}</Paragraph>
      <ActionButton href={link}>{words("mailingStopped.button")}</ActionButton>
    </Layout>,
  ) satisfies Promise<RenderedMail>;
}
