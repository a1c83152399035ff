import type { Mail } from "./mails";

/**
 * The link of a mail that asks to confirm.
 * @throws {Error} when there is none
 */
export function confirmationLink({ text }: Pick<Mail, "text">): string {
  const link = /https?:\/\/\S+\/confirm\/[\w-]+/.exec(text)?.[0];
  if (link === undefined) throw new Error("The mail has no link to confirm with.");
  return link;
}

/**
 * The six digits of a mail that asks to confirm.
 * @throws {Error} when there are none
 */
export function confirmationCode({ text }: Pick<Mail, "text">): string {
  const code = /^\s*(\d{3})\s*(\d{3})\s*$/m.exec(text);
  if (code === null) throw new Error("The mail has no code.");
  return `${code[1]}${code[2]}`;
}

/**
 * The link of a mail that stops further mail.
 * @throws {Error} when there is none
 */
export function stopLink({ text }: Pick<Mail, "text">): string {
  const link = /https?:\/\/\S+\/unsubscribe\/[\w-]+/.exec(text)?.[0];
  if (link === undefined) throw new Error("The mail has no link to unsubscribe with.");
  return link;
}
