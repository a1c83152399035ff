import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface ConfirmDeliveryProps {
  t: Translate;
  locale: string;
  site: Site;
  /** The writer's name as typed. */
  name: string;
  petition: Title;
  /** Names of the offices; `isWritten`: this mailbox has written there before. */
  offices: readonly { name: string; isWritten: boolean }[];
  link: string;
  validDays: number;
}

/** Asks the owner of a mailbox whether a message shall be handed to offices of Congress. */
export function confirmDeliveryMail({
  t,
  locale,
  site,
  petition,
  link,
  ...props
}: ConfirmDeliveryProps): Promise<RenderedMail> {
  return renderMail(
    t("confirmDelivery.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("confirmDelivery.preview")}
      heading={t("confirmDelivery.heading")}
      reason={<Words>{t("confirmDelivery.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words>{t("greeting", { name: isolate(props.name) })}</Words>
      </Paragraph>
      <Paragraph>
        <Words title={petition}>{t("confirmDelivery.body", { petition: isolate(petition.title) })}</Words>
      </Paragraph>
      {props.offices.map((office) => (
        <Paragraph key={office.name}>
          <Words>
            {office.isWritten ? t("confirmDelivery.again", { office: isolate(office.name) }) : isolate(office.name)}
          </Words>
        </Paragraph>
      ))}
      <Paragraph>{t("confirmDelivery.effect")}</Paragraph>
      <ActionButton href={link}>{t("confirmDelivery.button")}</ActionButton>
      <LinkToCopy href={link}>{t("confirmSignature.linkToCopy")}</LinkToCopy>
      <Paragraph quiet>{t("confirmDelivery.valid", { count: props.validDays })}</Paragraph>
      <Paragraph quiet>{t("confirmDelivery.ignore")}</Paragraph>
    </Layout>,
  );
}
