import { dayFormat } from "~/i18n/day-format";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import { StopMail } from "./parts/stop-mail";
import { WaysToConfirm, type WaysToConfirmProps } from "./parts/ways-to-confirm";
import { type Title, Words } from "./parts/words";

export interface RemindSignerProps extends WaysToConfirmProps {
  site: Site;
  /** The signer's name as typed. */
  name: string;
  petition: Title;
  /** When the signature and its address are deleted if nobody confirms. */
  deletedAt: Date;
  /** Stops reminders and news. */
  stopUrl: string;
}

/** Reminds the owner of a mailbox, once, that a signature waits to be confirmed. */
export function remindSignerMail(props: RemindSignerProps): Promise<RenderedMail> {
  const { t, locale, site, petition } = props;
  const day = dayFormat(locale, "UTC").format(props.deletedAt);
  return renderMail(
    t("reminder.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("reminder.preview")}
      heading={t("reminder.heading")}
      reason={<Words>{t("confirmSignature.reason", { site: isolate(site.name) })}</Words>}
      stop={
        <StopMail t={t} href={props.stopUrl}>
          {t("reminder.stop")}
        </StopMail>
      }
    >
      <Paragraph>
        <Words>{t("greeting", { name: isolate(props.name) })}</Words>
      </Paragraph>
      <Paragraph>
        <Words title={petition}>{t("reminder.body", { petition: isolate(petition.title) })}</Words>
      </Paragraph>
      <WaysToConfirm {...props} />
      <Paragraph>{t("reminder.only", { day })}</Paragraph>
      <Paragraph quiet>{t("confirmSignature.ignore")}</Paragraph>
    </Layout>,
  );
}
