import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface MailboxFullProps {
  t: Translate;
  /** The mail's locale, the same that `t` speaks. */
  locale: string;
  site: Site;
  petition: Title;
  /** The page with the form. */
  campaignUrl: string;
}

/**
 * Tells the owner of a mailbox that a third name was tried with it. The name is left out: it was not
 * stored, and whoever typed it shall not write to a stranger through us.
 */
export function mailboxFullMail({ t, locale, site, petition, campaignUrl }: MailboxFullProps): Promise<RenderedMail> {
  return renderMail(
    t("mailboxFull.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("mailboxFull.preview")}
      heading={t("mailboxFull.heading")}
      reason={<Words>{t("mailboxFull.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>{t("mailboxFull.greeting")}</Paragraph>
      <Paragraph>
        <Words title={petition}>{t("mailboxFull.body", { petition: isolate(petition.title) })}</Words>
      </Paragraph>
      <Paragraph>{t("mailboxFull.advice")}</Paragraph>
      <ActionButton href={campaignUrl}>{t("mailboxFull.button")}</ActionButton>
      <Paragraph quiet>{t("mailboxFull.ignore")}</Paragraph>
    </Layout>,
  );
}
