import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface ConfirmEndorsementProps {
  t: Translate;
  locale: string;
  site: Site;
  /** Of the organization or the person, as typed. */
  name: string;
  petition: Title;
  link: string;
  validDays: number;
}

/** Asks the owner of a mailbox whether a name shall stand under a campaign in public. */
export function confirmEndorsementMail({
  t,
  locale,
  site,
  petition,
  link,
  ...props
}: ConfirmEndorsementProps): Promise<RenderedMail> {
  return renderMail(
    t("confirmEndorsement.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("confirmEndorsement.preview")}
      heading={t("confirmEndorsement.heading")}
      reason={<Words>{t("confirmEndorsement.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words title={petition}>
          {t("confirmEndorsement.body", { name: isolate(props.name), petition: isolate(petition.title) })}
        </Words>
      </Paragraph>
      <Paragraph>{t("confirmEndorsement.effect")}</Paragraph>
      <ActionButton href={link}>{t("confirmEndorsement.button")}</ActionButton>
      <LinkToCopy href={link}>{t("confirmSignature.linkToCopy")}</LinkToCopy>
      <Paragraph quiet>{t("confirmEndorsement.valid", { count: props.validDays })}</Paragraph>
      <Paragraph quiet>{t("confirmEndorsement.ignore")}</Paragraph>
    </Layout>,
  );
}
