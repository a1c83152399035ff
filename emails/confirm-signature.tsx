import { Heading } from "@react-email/components";
import { textDirection } from "~/i18n/text-direction";
import { ActionButton } from "./parts/button";
import { ConfirmationCode } from "./parts/confirmation-code";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { colour } from "./parts/palette";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface ConfirmSignatureProps {
  t: Translate;
  /** The mail's locale, the same that `t` speaks. */
  locale: string;
  site: Site;
  /** The signer's name as typed. */
  name: string;
  petition: Title;
  link: string;
  /** Six digits. */
  code: string;
  /** How long link and code work. */
  validDays: number;
  /** After how many days an unconfirmed signature and its address are deleted. */
  unconfirmedDays: number;
  /** What was ticked on the form: news of the campaign, and partners by their names. */
  choices: { updates: boolean; partners: string[] };
}

/** Asks the owner of a mailbox to confirm a signature, by link or by typing a code. */
export function confirmSignatureMail(props: ConfirmSignatureProps): Promise<RenderedMail> {
  const { t, locale, site, petition, link } = props;
  return renderMail(
    t("confirmSignature.subject"),
    <Layout
      locale={locale}
      site={site}
      preview={t("confirmSignature.preview")}
      heading={t("confirmSignature.heading")}
      reason={<Words>{t("confirmSignature.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words>{t("greeting", { name: isolate(props.name) })}</Words>
      </Paragraph>
      <Paragraph>
        <Words title={petition}>{t("confirmSignature.body", { petition: isolate(petition.title) })}</Words>
      </Paragraph>
      <ActionButton href={link}>{t("confirmSignature.button")}</ActionButton>
      <LinkToCopy href={link}>{t("confirmSignature.linkToCopy")}</LinkToCopy>
      <Paragraph>{t("confirmSignature.code")}</Paragraph>
      <ConfirmationCode code={props.code} />
      <Paragraph>{t("confirmSignature.valid", { count: props.validDays })}</Paragraph>
      <Choices {...props} />
      <Paragraph quiet>{t("confirmSignature.ignore")}</Paragraph>
      <Paragraph quiet>{t("confirmSignature.deleted", { count: props.unconfirmedDays })}</Paragraph>
    </Layout>,
  );
}

/** The owner of the mailbox sees what was ticked before it takes effect, because somebody else may have typed the address. */
function Choices({ t, locale, choices }: ConfirmSignatureProps) {
  const inset = textDirection(locale) === "rtl" ? { paddingRight: "22px" } : { paddingLeft: "22px" };
  const lines = [
    t(choices.updates ? "confirmSignature.choices.updates" : "confirmSignature.choices.noUpdates"),
    ...choices.partners.map((partner) => t("confirmSignature.choices.partner", { partner: isolate(partner) })),
  ];
  if (choices.partners.length === 0) lines.push(t("confirmSignature.choices.noPartners"));
  return (
    <div
      className="line"
      style={{
        margin: "24px 0 20px",
        padding: "20px 0 4px",
        borderTop: `1px solid ${colour.line}`,
        borderBottom: `1px solid ${colour.line}`,
      }}
    >
      <Heading
        as="h2"
        className="ink"
        style={{ margin: "0 0 8px", color: colour.ink, fontSize: "16px", lineHeight: "26px" }}
      >
        {t("confirmSignature.choices.heading")}
      </Heading>
      <ul
        className="ink"
        style={{ margin: "0 0 12px", padding: 0, ...inset, color: colour.ink, fontSize: "15px", lineHeight: "24px" }}
      >
        {lines.map((line) => (
          <li key={line} style={{ margin: "0 0 4px" }}>
            <Words>{line}</Words>
          </li>
        ))}
      </ul>
      <Paragraph quiet>{t("confirmSignature.choices.effect")}</Paragraph>
    </div>
  );
}
