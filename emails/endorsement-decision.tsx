import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface EndorsementDecisionProps {
  t: Translate;
  locale: string;
  site: Site;
  name: string;
  petition: Title;
  decision: "approved" | "rejected" | "hidden";
  /** In the words of who decided; empty where nothing was said. */
  reason: string;
  /** To see and remove the entry. */
  link: string;
  validDays: number;
}

/** Tells somebody what became of the name that they put under a campaign. */
export function endorsementDecisionMail(props: EndorsementDecisionProps): Promise<RenderedMail> {
  const { t, locale, site, name, petition, decision, reason, link, validDays } = props;
  return renderMail(
    t(`endorsementDecision.${decision}.subject`),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={t(`endorsementDecision.${decision}.preview`)}
      heading={t(`endorsementDecision.${decision}.subject`)}
      reason={<Words>{t("endorsementLink.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words title={petition}>
          {t(`endorsementDecision.${decision}.body`, { name: isolate(name), petition: isolate(petition.title) })}
        </Words>
      </Paragraph>
      {reason !== "" && (
        <Paragraph>
          <Words>{t("endorsementDecision.why", { reason: isolate(reason) })}</Words>
        </Paragraph>
      )}
      <Paragraph>{t("endorsementLink.effect")}</Paragraph>
      <ActionButton href={link}>{t("endorsementLink.button")}</ActionButton>
      <LinkToCopy href={link}>{t("confirmSignature.linkToCopy")}</LinkToCopy>
      <Paragraph quiet>{t("endorsementLink.valid", { count: validDays })}</Paragraph>
    </Layout>,
  );
}
