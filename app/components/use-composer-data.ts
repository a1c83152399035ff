import { useTranslation } from "react-i18next";
import type { LetterTextsByLanguage } from "~/domain/campaigns/get-letter-texts.server";
import type { ComposerData } from "~/domain/lawmakers/compose/composer-data";
import type { Recipient } from "~/domain/lawmakers/compose/recipient";

/** What the page's script composes letters with, as the text of an attribute. */
export function useComposerData(texts: LetterTextsByLanguage, recipients: Recipient[]): string {
  const { t } = useTranslation("write");
  // The script puts the numbers in.
  const open = { length: "{length}", limit: "{limit}", over: "{over}", beginnings: "{beginnings}" };
  const data: ComposerData = {
    texts,
    recipients,
    words: {
      count: t("length.count", open),
      cut: t("length.cut", open),
      cutStory: t("length.cutStory", open),
      subject: t("length.subject", open),
      thanks: t("told.thanks"),
      failed: t("told.failed"),
    },
  };
  return JSON.stringify(data);
}
