import type { Mail } from "../support/mails";

/** The path of the link of a mail that begins like this. @throws {Error} when there is none */
export function linkIn({ text }: Pick<Mail, "text">, beginning: string): string {
  const link = text.split(/\s+/).find((word) => URL.canParse(word) && new URL(word).pathname.startsWith(beginning));
  if (link === undefined) throw new Error(`The mail has no link to ${beginning}.`);
  return new URL(link).pathname;
}

/** The six digits of a mail. @throws {Error} when there are none */
export function codeIn({ text }: Pick<Mail, "text">): string {
  const code = /^\s*(\d{3})\s*(\d{3})\s*$/m.exec(text);
  if (code === null) throw new Error("The mail has no code.");
  return `${code[1]}${code[2]}`;
}
