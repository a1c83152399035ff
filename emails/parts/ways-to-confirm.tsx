import { ActionButton } from "./button";
import { Choices, type ChoicesProps } from "./choices";
import { ConfirmationCode } from "./confirmation-code";
import { LinkToCopy } from "./link-to-copy";
import { Paragraph } from "./paragraph";

export interface WaysToConfirmProps extends ChoicesProps {
  /** Null where only the code confirms, because the petition is under attack. */
  link: string | null;
  /** The page where the code is typed. */
  codePageUrl: string;
  /** Six digits. */
  code: string;
  /** How long link and code work. */
  validDays: number;
}

/** How to confirm, by link or by typing a code, and what confirming will mean. */
export function WaysToConfirm({ link, codePageUrl, code, validDays, ...form }: WaysToConfirmProps) {
  const { t } = form;
  return (
    <>
      {link === null ? (
        <>
          <Paragraph>{t("confirmSignature.codeOnly")}</Paragraph>
          <ConfirmationCode code={code} />
          <ActionButton href={codePageUrl}>{t("confirmSignature.codePage")}</ActionButton>
        </>
      ) : (
        <>
          <ActionButton href={link}>{t("confirmSignature.button")}</ActionButton>
          <LinkToCopy href={link}>{t("confirmSignature.linkToCopy")}</LinkToCopy>
          <Paragraph>{t("confirmSignature.code")}</Paragraph>
          <ConfirmationCode code={code} />
        </>
      )}
      <Paragraph>
        {link === null
          ? t("confirmSignature.codeValid", { count: validDays })
          : t("confirmSignature.valid", { count: validDays })}
      </Paragraph>
      <Choices {...form} />
    </>
  );
}
