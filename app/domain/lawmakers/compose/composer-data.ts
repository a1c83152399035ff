import type { LetterTexts } from "./compose-letter";
import type { MessageLanguage } from "./message-language";
import type { Recipient } from "./recipient";

/** What the page hands to its script, so that letters are put together on the device. */
export interface ComposerData {
  texts: { en: LetterTexts } & Partial<Record<MessageLanguage, LetterTexts>>;
  recipients: Recipient[];
  /** Sentences with {length}, {limit}, {over} and {beginnings} open. */
  words: { count: string; cut: string; cutStory: string; subject: string; thanks: string; failed: string };
}
