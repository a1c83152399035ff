import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface EndorsementLinkProps {
  t: Translate;
  locale: string;
  site: Site;
  name: string;
  petition: Title;
  link: string;
  validDays: number;
}

/** Brings the link by which somebody sees what stands under a campaign in their name, and removes it. */
export function endorsementLinkMail(props: EndorsementLinkProps): Promise<RenderedMail> {
  const { t, locale, site, name, petition, link, validDays } = props;
  return renderMail(
    t("endorsementLink.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t("endorsementLink.preview")}
      heading={t("endorsementLink.heading")}
      reason={<Words>{t("endorsementLink.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words title={petition}>
          {t("endorsementLink.body", { name: isolate(name), petition: isolate(petition.title) })}
        </Words>
      </Paragraph>
      <Paragraph>{t("endorsementLink.effect")}</Paragraph>
      <ActionButton href={link}>{t("endorsementLink.button")}</ActionButton>
      <LinkToCopy href={link}>{t("confirmSignature.linkToCopy")}</LinkToCopy>
      <Paragraph quiet>{t("endorsementLink.valid", { count: validDays })}</Paragraph>
    </Layout>,
  );
}
