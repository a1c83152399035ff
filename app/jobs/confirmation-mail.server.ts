import { type ConfirmSignatureProps, confirmSignatureMail } from "~emails/confirm-signature";
import { createMailTemplates } from "~emails/parts/mail-templates";
import type { RenderedMail } from "~emails/parts/render-mail";

/** What differs from signer to signer. `link` is null where only the code confirms; the code has six digits. */
type Secrets = Pick<ConfirmSignatureProps, "name" | "link" | "code" | "stopUrl">;

/** What many confirmation mails have in common. */
type Shape = Omit<ConfirmSignatureProps, keyof Secrets> & { byCodeOnly: boolean };

const templates = createMailTemplates(
  ({ byCodeOnly, ...shape }: Shape, value) =>
    confirmSignatureMail({
      ...shape,
      name: value("name"),
      link: byCodeOnly ? null : value("link"),
      code: value("codeStart") + value("codeEnd"),
      stopUrl: value("stopUrl"),
    }),
  // The words follow from the locale.
  ({ t, ...shape }) => JSON.stringify(shape),
  ["name", "link", "codeStart", "codeEnd", "stopUrl"],
);

/** Writes the mail that asks to confirm: `confirmSignatureMail`, many times as fast. */
export function writeConfirmation({
  name,
  link,
  code,
  stopUrl,
  ...shape
}: ConfirmSignatureProps): Promise<RenderedMail> {
  // The mail shows the code in two threes. Without a link there is no gap for one.
  const shown = { name, link: link ?? stopUrl, codeStart: code.slice(0, 3), codeEnd: code.slice(3), stopUrl };
  return templates.write({ ...shape, byCodeOnly: link === null }, shown);
}
