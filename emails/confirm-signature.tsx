import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import { StopMail } from "./parts/stop-mail";
import { WaysToConfirm, type WaysToConfirmProps } from "./parts/ways-to-confirm";
import { type Title, Words } from "./parts/words";

export interface ConfirmSignatureProps extends WaysToConfirmProps {
  /** The mail's locale, the same that `t` speaks. */
  locale: string;
  site: Site;
  /** The signer's name as typed. */
  name: string;
  petition: Title;
  /** After how many days an unconfirmed signature and its address are deleted. */
  unconfirmedDays: number;
  /** Stops reminders and news. */
  stopUrl: string;
}

/** Asks the owner of a mailbox to confirm a signature, by link or by typing a code. */
export function confirmSignatureMail(props: ConfirmSignatureProps): Promise<RenderedMail> {
  const { t, locale, site, petition } = props;
  return renderMail(
    t("confirmSignature.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("confirmSignature.preview")}
      heading={t("confirmSignature.heading")}
      reason={<Words>{t("confirmSignature.reason", { site: isolate(site.name) })}</Words>}
      stop={
        <StopMail t={t} href={props.stopUrl}>
          {t("confirmSignature.stop")}
        </StopMail>
      }
    >
      <Paragraph>
        <Words>{t("greeting", { name: isolate(props.name) })}</Words>
      </Paragraph>
      <Paragraph>
        <Words title={petition}>{t("confirmSignature.body", { petition: isolate(petition.title) })}</Words>
      </Paragraph>
      <WaysToConfirm {...props} />
      <Paragraph quiet>{t("confirmSignature.ignore")}</Paragraph>
      <Paragraph quiet>{t("confirmSignature.deleted", { count: props.unconfirmedDays })}</Paragraph>
    </Layout>,
  );
}
