import { ActionButton } from "./parts/button";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate, TranslatePortalMail } from "./parts/translate";
import { Words } from "./parts/words";

export interface ExportReadyMailProps {
  t: Translate;
  words: TranslatePortalMail;
  locale: string;
  site: Site;
  /** To the page of the portal, where one has to be signed in. */
  link: string;
  rows: number;
  until: Date;
}

/** Tells who asked for a file of supporters that it waits in the portal. */
export function exportReadyMail({ t, words, locale, site, link, rows, until }: ExportReadyMailProps) {
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
  });
  return renderMail(
    words("exportReady.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={words("exportReady.preview")}
      heading={words("exportReady.heading")}
      reason={<Words>{words("exportReady.reason")}</Words>}
    >
      <Paragraph>
        <Words>{words("exportReady.body", { count: rows })}</Words>
      </Paragraph>
      <ActionButton href={link}>{words("exportReady.button")}</ActionButton>
      <Paragraph quiet>{words("exportReady.once", { moment: moment.format(until) })}</Paragraph>
    </Layout>,
  ) satisfies Promise<RenderedMail>;
}
