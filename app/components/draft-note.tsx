import { useTranslation } from "react-i18next";
import { isMachineDraft } from "~/i18n/interface-status";
import { useLocale } from "./use-locale";

/**
 * Tells the reader when a text in their language is a machine's draft that nobody has reviewed yet. Where the whole
 * interface is one, the note above every page has said so.
 */
export function DraftNote({ texts }: { texts: { locale: string; status: string }[] }) {
  const { t } = useTranslation("site");
  const locale = useLocale();
  if (isMachineDraft(locale)) return null;
  if (!texts.some((text) => text.status === "machine_draft" && text.locale === locale)) return null;
  return <p className="draft-note">{t("machineDraft")}</p>;
}
