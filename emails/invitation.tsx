import { ActionButton } from "./parts/button";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate, TranslatePortalMail } from "./parts/translate";
import { Words } from "./parts/words";

export interface InvitationMailProps {
  t: Translate;
  words: TranslatePortalMail;
  locale: string;
  site: Site;
  organization: string;
  link: string;
  until: Date;
}

/** Asks somebody to work for an organization in the portal. */
export function invitationMail({ t, words, locale, site, link, ...props }: InvitationMailProps): Promise<RenderedMail> {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" });
  const organization = isolate(props.organization);
  return renderMail(
    words("invitation.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={words("invitation.preview")}
      heading={words("invitation.heading")}
      reason={<Words>{words("invitation.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>
        <Words>{words("invitation.body", { organization })}</Words>
      </Paragraph>
      <ActionButton href={link}>{words("invitation.button")}</ActionButton>
      <LinkToCopy href={link}>{words("linkToCopy")}</LinkToCopy>
      <Paragraph quiet>{words("invitation.valid", { day: day.format(props.until) })}</Paragraph>
      <Paragraph quiet>{words("invitation.ignore")}</Paragraph>
    </Layout>,
  );
}
