import { dayFormat } from "~/i18n/day-format";
import type { Message } from "./compose-letter";
import type { MessageLanguage } from "./message-language";
import type { Recipient } from "./recipient";

/** A letter on paper, top to bottom. */
export interface LetterSheet {
  office: string;
  /** Language of the letter. */
  language: MessageLanguage;
  /** The sender's own address; empty where it was not given. */
  sender: string[];
  date: string;
  /** The addressee, as on the envelope. */
  inside: string[];
  subject: string;
  /** From the salutation on. */
  paragraphs: string[];
  /** `Sincerely,`, and below it, with room for a hand to sign, the name and what follows; null where none is found. */
  signature: { close: string; name: string[] } | null;
}

interface Details {
  language: MessageLanguage;
  /** Before the subject. */
  subjectLabel: string;
  /** The sender's own address, a line each. */
  sender: string[];
  /** Id of one of the addresses of the office. */
  to: string | null;
  /** The day it is written. */
  day: Date;
}

/** Lays a message out as a letter in the manner of the United States. */
export function letterSheet(recipient: Recipient, message: Message, details: Details): LetterSheet {
  const { language, subjectLabel, sender, to, day } = details;
  const address = recipient.addresses.find(({ id }) => id === to) ?? recipient.addresses[0];
  const blocks = message.text.split(/\n[^\S\n]*\n\s*/).filter((block) => block.trim() !== "");
  const [close, ...name] = blocks.at(-1)?.split("\n") ?? [];
  // A last block of a few short lines, the first of which ends in a comma, is a signature.
  const isSignature =
    blocks.length > 1 && close !== undefined && close.trim().endsWith(",") && name.length > 0 && name.length < 5;
  return {
    office: recipient.office,
    language,
    sender,
    date: dayFormat(language === "es" ? "es-US" : "en-US", "America/New_York").format(day),
    inside: address?.lines ?? [],
    subject: message.subject === "" ? "" : `${subjectLabel} ${message.subject}`,
    paragraphs: isSignature ? blocks.slice(0, -1) : blocks,
    signature: isSignature ? { close, name } : null,
  };
}
