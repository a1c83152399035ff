import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate, TranslatePortalMail } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface ApprovalDecisionMailProps {
  t: Translate;
  words: TranslatePortalMail;
  locale: string;
  site: Site;
  /** To the campaign in the portal, where one has to be signed in. */
  link: string;
  title: Title;
  decision: "approved" | "sent_back";
  /** In the host's words; empty where nothing was said. */
  reason: string;
  /** When it becomes public by itself; null where it is public, or only a change was approved. */
  publishAt: Date | null;
  /** In which that moment is told. */
  timeZone: string;
}

const keys = { approved: "approved", sent_back: "sentBack" } as const;

/** Tells a partner's people what the host said to their campaign. */
export function approvalDecisionMail(props: ApprovalDecisionMailProps): Promise<RenderedMail> {
  const { t, words, locale, site, link, title, decision, reason, publishAt, timeZone } = props;
  const key = keys[decision];
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "long",
    timeZone,
    calendar: "gregory",
  });
  return renderMail(
    words(`approvalDecision.${key}.subject`),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={words(`approvalDecision.${key}.preview`)}
      heading={words(`approvalDecision.${key}.subject`)}
      reason={<Words>{words("approvalDecision.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words title={title}>{words(`approvalDecision.${key}.body`, { campaign: isolate(title.title) })}</Words>
      </Paragraph>
      {publishAt !== null && (
        <Paragraph>{words("approvalDecision.scheduled", { moment: moment.format(publishAt) })}</Paragraph>
      )}
      {reason !== "" && (
        <Paragraph>
          <Words>{words("approvalDecision.why", { reason: isolate(reason) })}</Words>
        </Paragraph>
      )}
      <ActionButton href={link}>{words("approvalDecision.button")}</ActionButton>
    </Layout>,
  );
}
