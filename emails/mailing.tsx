import { Link } from "@react-email/components";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { createMailTemplates } from "./parts/mail-templates";
import { firstWords, OwnText, styledForMail } from "./parts/own-text";
import { colour } from "./parts/palette";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate } from "./parts/translate";
import { type Title, Words } from "./parts/words";

export interface MailingProps {
  t: Translate;
  locale: string;
  /** The site through which it is sent. */
  site: Site;
  /** In whose name; without a website it is the site's own organization. */
  sender: { name: string; website: string | null };
  /** Empty where none is given. */
  postalAddress: string;
  subject: string;
  /** Safe HTML, as our renderer makes it of Markdown. */
  bodyHtml: string;
  /** That the reader signed. */
  petition: Title;
  /** Takes back the reader's yes to the sender. */
  stopUrl: string;
}

/** An update of an organization to a supporter who said yes to it. */
export function mailingMail({ t, locale, site, sender, subject, bodyHtml, petition, ...props }: MailingProps) {
  const html = styledForMail(bodyHtml, site.origin);
  const organization = isolate(sender.name);
  const why = { organization, petition: isolate(petition.title) };
  return renderMail(
    subject,
    <Layout
      t={t}
      locale={locale}
      site={{ name: sender.name, origin: site.origin }}
      preview={firstWords(html)}
      heading={subject}
      isOwnText
      reason={<Words title={petition}>{t("mailing.reason", why)}</Words>}
      stop={
        <>
          <Paragraph quiet>
            {t("mailing.stop")}{" "}
            <Link
              className="link"
              href={props.stopUrl}
              data-action="true"
              style={{ color: colour.accent, textDecoration: "underline" }}
            >
              <Words>{t("mailing.stopLink", { organization })}</Words>
            </Link>
          </Paragraph>
          <Paragraph quiet>{t("stop.signature")}</Paragraph>
          {sender.website !== null && (
            <Paragraph quiet>
              <Words>{t("mailing.sender", { organization, site: isolate(site.name) })}</Words>{" "}
              <Link
                className="link"
                dir="ltr"
                href={sender.website}
                style={{ color: colour.accent, textDecoration: "underline" }}
              >
                {sender.website}
              </Link>
            </Paragraph>
          )}
          {props.postalAddress !== "" && (
            <Paragraph quiet>
              <bdi dir="auto">
                {sender.name}, {props.postalAddress}
              </bdi>
            </Paragraph>
          )}
        </>
      }
    >
      <OwnText html={html} />
    </Layout>,
  ) satisfies Promise<RenderedMail>;
}

const templates = createMailTemplates(
  (shape: Omit<MailingProps, "stopUrl">, value) => mailingMail({ ...shape, stopUrl: value("stopUrl") }),
  // The words follow from the locale.
  ({ t, ...shape }) => JSON.stringify(shape),
  ["stopUrl"],
);

/** Writes the mail: {@link mailingMail}, many times as fast, for readers of whom only the link differs. */
export function writeMailing({ stopUrl, ...shape }: MailingProps): Promise<RenderedMail> {
  return templates.write(shape, { stopUrl });
}
