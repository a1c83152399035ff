import { Link } from "@react-email/components";
import { colour } from "./palette";
import { Paragraph } from "./paragraph";
import type { Translate } from "./translate";

interface Props {
  t: Translate;
  /** The unsubscribe page of this mail's reader. */
  href: string;
  /** For whom the link is. */
  children: string;
}

/** The way out of our mail, in the small print; it says that it is not the way out of a signature. */
export function StopMail({ t, href, children }: Props) {
  return (
    <>
      <Paragraph quiet>
        {children}{" "}
        <Link
          className="link"
          href={href}
          data-action="true"
          style={{ color: colour.accent, textDecoration: "underline" }}
        >
          {t("stop.link")}
        </Link>
      </Paragraph>
      <Paragraph quiet>{t("stop.signature")}</Paragraph>
    </>
  );
}
