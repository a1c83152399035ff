import { Body, Container, Head, Heading, Html, Link, Preview, Section } from "@react-email/components";
import type { ReactNode } from "react";
import { isMachineDraft } from "~/i18n/interface-status";
import { textDirection } from "~/i18n/text-direction";
import { colour, darkStyle, sans, serif } from "./palette";
import { Paragraph } from "./paragraph";
import type { Translate } from "./translate";

/** Who sends: the name of the host's site and its origin, such as `https://privacy.example`. */
export interface Site {
  name: string;
  origin: string;
}

interface Props {
  t: Translate;
  locale: string;
  site: Site;
  /** Shown beside the subject in a list of mails. */
  preview: string;
  heading: string;
  children: ReactNode;
  /** Why the reader gets this mail. */
  reason: ReactNode;
  /** How to get no more of them, where there is something to stop. */
  stop?: ReactNode;
  /** The words are somebody's own: only what stands around them is ours, and may be a machine's. */
  isOwnText?: boolean;
}

/**
 * The frame of every mail. Language and direction stand on the table too, because web mail programs drop
 * `<html>` and `<body>`.
 */
export function Layout({ t, locale, site, preview, heading, children, reason, stop, isOwnText = false }: Props) {
  const dir = textDirection(locale);
  const written = { lang: locale, dir };
  const align = { textAlign: dir === "rtl" ? "right" : "left" } as const;
  return (
    <Html {...written}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{heading}</title>
        <style>{darkStyle}</style>
      </Head>
      <Body {...written} className="paper" style={{ margin: 0, padding: 0, backgroundColor: colour.paper }}>
        <Preview>{preview}</Preview>
        <Container {...written} style={{ ...align, maxWidth: "600px", fontFamily: sans }}>
          <Section>
            <div className="outside" style={{ padding: "32px 16px" }}>
              <p
                className="ink"
                style={{
                  margin: "0 4px 16px",
                  color: colour.ink,
                  fontFamily: serif,
                  fontSize: "19px",
                  fontWeight: 600,
                }}
              >
                <bdi dir="auto">{site.name}</bdi>
              </p>
              <div
                className="card inside"
                style={{
                  padding: "32px 36px 18px",
                  backgroundColor: colour.card,
                  border: `1px solid ${colour.line}`,
                  borderTop: `3px solid ${colour.highlight}`,
                  borderRadius: "6px",
                  overflowWrap: "anywhere",
                  wordBreak: "break-word",
                }}
              >
                <Heading
                  as="h1"
                  className="ink"
                  style={{
                    margin: "0 0 20px",
                    color: colour.ink,
                    fontFamily: serif,
                    fontSize: "26px",
                    lineHeight: "36px",
                    fontWeight: 600,
                  }}
                >
                  {heading}
                </Heading>
                {children}
              </div>
              <div style={{ margin: "20px 4px 0" }}>
                <Paragraph quiet>{reason}</Paragraph>
                {stop}
                {isMachineDraft(locale) && !isOwnText && <Paragraph quiet>{t("machineTranslation")}</Paragraph>}
                <Paragraph quiet>
                  <Link
                    className="link"
                    dir="ltr"
                    href={site.origin}
                    style={{ color: colour.accent, textDecoration: "underline" }}
                  >
                    {site.origin}
                  </Link>
                </Paragraph>
              </div>
            </div>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}
