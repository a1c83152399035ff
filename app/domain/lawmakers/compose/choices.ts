import type { MessageLanguage } from "./message-language";

/** What somebody chose and wrote for their letters. Empty where nothing was said. */
export interface Choices {
  name: string;
  city: string;
  zip: string;
  /** In their own words. */
  story: string;
  /** Slugs of the principles that matter most. */
  principles: readonly string[];
  /** Id of the ending that was chosen. */
  closing: string;
  language: MessageLanguage;
}

export const MAX_PRINCIPLES = 3;
