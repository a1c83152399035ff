import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  kind: "add" | "use";
  /** What the browser is asked, as the server made it. */
  options: unknown;
  action?: string;
  children: ReactNode;
}

/** A form that is sent with the answer of a passkey. A script shows it where the browser has passkeys. */
export function PasskeyForm({ kind, options, action, children }: Props) {
  const { t } = useTranslation("portal");
  return (
    <form
      method="post"
      action={action}
      hidden
      className="passkey-form"
      data-passkey={kind}
      data-passkey-options={JSON.stringify(options)}
      data-passkey-failed={t("passkeys.failed")}
    >
      <input type="hidden" name="intent" value="passkey" />
      <input type="hidden" name="response" defaultValue="" />
      {children}
      <p className="field__hint" role="status" data-passkey-status />
    </form>
  );
}
