import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import { StopMail } from "./parts/stop-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface AlreadySignedProps {
  t: Translate;
  /** The mail's locale, the same that `t` speaks. */
  locale: string;
  site: Site;
  /** The name of the signature that is already counted. */
  name: string;
  petition: Title;
  takeActionUrl: string;
  /** Stops reminders and news. */
  stopUrl: string;
}

/** Tells the owner of a mailbox that the form came again for a signature that is already confirmed. */
export function alreadySignedMail({
  t,
  locale,
  site,
  name,
  petition,
  takeActionUrl,
  stopUrl,
}: AlreadySignedProps): Promise<RenderedMail> {
  return renderMail(
    t("alreadySigned.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("alreadySigned.preview")}
      heading={t("alreadySigned.heading")}
      reason={<Words>{t("alreadySigned.reason", { site: isolate(site.name) })}</Words>}
      stop={
        <StopMail t={t} href={stopUrl}>
          {t("alreadySigned.stop")}
        </StopMail>
      }
    >
      <Paragraph>
        <Words>{t("greeting", { name: isolate(name) })}</Words>
      </Paragraph>
      <Paragraph>
        <Words title={petition}>{t("alreadySigned.body", { petition: isolate(petition.title) })}</Words>
      </Paragraph>
      <Paragraph>{t("alreadySigned.unchanged")}</Paragraph>
      <Paragraph>{t("alreadySigned.next")}</Paragraph>
      <ActionButton href={takeActionUrl}>{t("alreadySigned.button")}</ActionButton>
    </Layout>,
  );
}
