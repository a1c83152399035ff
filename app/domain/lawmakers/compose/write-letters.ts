import type { Choices } from "./choices";
import { composeLetter, type LetterTexts, type Message } from "./compose-letter";
import { MAX_MESSAGE, plainLine, plainText } from "./plain-text";
import type { Recipient } from "./recipient";
import { markOf } from "./variation";

/** The letter to one office, as its fields on the page show it. */
export interface WrittenLetter extends Message {
  office: string;
  /** Of the message as it was composed: a message with another mark was changed by hand. */
  mark: string;
  /** Changed by hand, while the choices have changed too: it was kept as it is. */
  isKept: boolean;
}

/** Composes the letter to each office. */
export function writeLetters(texts: LetterTexts, recipients: readonly Recipient[], choices: Choices): WrittenLetter[] {
  return recipients.map((recipient) => {
    const message = composeLetter(texts, recipient, choices);
    return { office: recipient.office, ...message, mark: markOf(message), isKept: false };
  });
}

/**
 * Composes the letters anew and keeps those that were changed by hand, unless the person asked for these to be built
 * again (`again`, the id of an office). Nothing that somebody wrote is overwritten unasked.
 */
export function rewriteLetters(written: readonly WrittenLetter[], form: FormData): WrittenLetter[] {
  const again = form.getAll("again");
  return written.map((letter) => {
    const posted = readMessage(form, letter.office);
    if (posted === null || again.includes(letter.office)) return letter;
    const wasEdited = markOf(posted) !== form.get(`mark-${letter.office}`);
    if (!wasEdited || markOf(posted) === letter.mark) return letter;
    return { ...letter, ...posted, isKept: true };
  });
}

/** The message to an office as it was posted; null where none was. */
export function readMessage(form: FormData, office: string): Message | null {
  const subject = form.get(`subject-${office}`);
  const text = form.get(`text-${office}`);
  if (typeof subject !== "string" || typeof text !== "string") return null;
  return { subject: plainLine(subject).slice(0, MAX_MESSAGE), text: plainText(text) };
}
