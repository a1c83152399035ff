import { Heading } from "@react-email/components";
import { textDirection } from "~/i18n/text-direction";
import { isolate } from "./isolate";
import { colour } from "./palette";
import { Paragraph } from "./paragraph";
import type { Translate } from "./translate";
import { Words } from "./words";

export interface ChoicesProps {
  t: Translate;
  locale: string;
  /** What was ticked on the form: news of the campaign, and partners by their names. */
  choices: { updates: boolean; partners: string[] };
}

/** The owner of the mailbox sees what was ticked before it takes effect, because somebody else may have typed the address. */
export function Choices({ t, locale, choices }: ChoicesProps) {
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
