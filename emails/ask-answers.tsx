import { dayFormat } from "~/i18n/day-format";
import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import { StopMail } from "./parts/stop-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface AskAnswersProps {
  t: Translate;
  locale: string;
  site: Site;
  petition: Title;
  /** When the reader asked for this mail. */
  wishedAt: Date;
  /** How long the link works. */
  until: Date;
  link: string;
  /** Stops reminders and news. */
  stopUrl: string;
}

/** Asks, once, whether the offices that somebody contacted have answered. */
export function askAnswersMail({ t, locale, site, petition, link, ...props }: AskAnswersProps): Promise<RenderedMail> {
  const date = dayFormat(locale, "UTC");
  return renderMail(
    t("askAnswers.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("askAnswers.preview")}
      heading={t("askAnswers.heading")}
      reason={<Words>{t("askAnswers.reason", { site: isolate(site.name) })}</Words>}
      stop={
        <StopMail t={t} href={props.stopUrl}>
          {t("askAnswers.stop")}
        </StopMail>
      }
    >
      <Paragraph>
        <Words title={petition}>
          {t("askAnswers.body", { petition: isolate(petition.title), day: date.format(props.wishedAt) })}
        </Words>
      </Paragraph>
      <ActionButton href={link}>{t("askAnswers.button")}</ActionButton>
      <LinkToCopy href={link}>{t("confirmSignature.linkToCopy")}</LinkToCopy>
      <Paragraph>{t("askAnswers.kept")}</Paragraph>
      <Paragraph quiet>{t("askAnswers.expires", { day: date.format(props.until) })}</Paragraph>
      <Paragraph quiet>{t("askAnswers.only")}</Paragraph>
    </Layout>,
  );
}
