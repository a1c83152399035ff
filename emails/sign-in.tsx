import { ActionButton } from "./parts/button";
import { ConfirmationCode } from "./parts/confirmation-code";
import { isolate } from "./parts/isolate";
import { Layout, type Site } from "./parts/layout";
import { LinkToCopy } from "./parts/link-to-copy";
import { Paragraph } from "./parts/paragraph";
import { type RenderedMail, renderMail } from "./parts/render-mail";
import type { Translate, TranslatePortalMail } from "./parts/translate";
import { Words } from "./parts/words";

export interface SignInMailProps {
  t: Translate;
  words: TranslatePortalMail;
  locale: string;
  site: Site;
  link: string;
  /** Six digits. */
  code: string;
  /** It proves who sits at a device that is signed in. */
  isProof: boolean;
  /** How long link and code work. */
  minutes: number;
}

/** Carries the link and the code by which a member of an organization signs in. */
export function signInMail({ t, words, locale, site, link, code, ...props }: SignInMailProps): Promise<RenderedMail> {
  const heading = props.isProof ? words("prove.heading") : words("signIn.heading");
  return renderMail(
    props.isProof ? words("prove.subject") : words("signIn.subject"),
    <Layout
      t={t}
      locale={locale}
      site={site}
      preview={words("signIn.preview")}
      heading={heading}
      reason={<Words>{words("signIn.reason", { site: isolate(site.name) })}</Words>}
    >
      <Paragraph>{props.isProof ? words("prove.body") : words("signIn.body")}</Paragraph>
      <ActionButton href={link}>{props.isProof ? words("prove.button") : words("signIn.button")}</ActionButton>
      <LinkToCopy href={link}>{words("linkToCopy")}</LinkToCopy>
      <Paragraph>{words("signIn.code")}</Paragraph>
      <ConfirmationCode code={code} />
      <Paragraph quiet>{words("signIn.valid", { count: props.minutes })}</Paragraph>
      <Paragraph quiet>{words("signIn.ignore")}</Paragraph>
    </Layout>,
  );
}
