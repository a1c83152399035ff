import { useTranslation } from "react-i18next";
import { isMachineDraft } from "~/i18n/interface-status";
import { useLocale } from "./use-locale";

interface Props {
  texts: { locale: string; status: string; isStale?: boolean }[];
}

/**
 * Tells the reader when a text in their language is a machine's draft that nobody has reviewed yet, and when it is
 * older than its original. Where a machine drafted the whole interface, the note above every page has said the first.
 */
export function DraftNote({ texts }: Props) {
  const { t } = useTranslation("site");
  const locale = useLocale();
  const own = texts.filter((text) => text.locale === locale);
  const isDraft = !isMachineDraft(locale) && own.some(({ status }) => status === "machine_draft");
  return (
    <>
      {isDraft && <p className="draft-note">{t("machineDraft")}</p>}
      {own.some(({ isStale }) => isStale) && <p className="draft-note">{t("stale")}</p>}
    </>
  );
}
