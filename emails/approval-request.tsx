import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate, TranslatePortalMail } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface ApprovalRequestMailProps {
  t: Translate;
  words: TranslatePortalMail;
  locale: string;
  site: Site;
  /** To the request in the portal, where one has to be signed in. */
  link: string;
  title: Title;
  partnerName: string;
  /** In the partner's words; empty where nothing was said. */
  note: string;
}

/** Tells the host's people that a partner's campaign waits for their yes. */
export function approvalRequestMail(props: ApprovalRequestMailProps): Promise<RenderedMail> {
  const { t, words, locale, site, link, title, partnerName, note } = props;
  return renderMail(
    words("approvalRequest.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={words("approvalRequest.preview")}
      heading={words("approvalRequest.subject")}
      reason={<Words>{words("approvalDecision.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words title={title}>
          {words("approvalRequest.body", { partner: isolate(partnerName), campaign: isolate(title.title) })}
        </Words>
      </Paragraph>
      {note !== "" && (
        <Paragraph>
          <Words>{words("approvalRequest.note", { note: isolate(note) })}</Words>
        </Paragraph>
      )}
      <ActionButton href={link}>{words("approvalRequest.button")}</ActionButton>
    </Layout>,
  );
}
