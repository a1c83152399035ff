import { useTranslation } from "react-i18next";

/** Thanks somebody who has just told how a contact went. */
export function RecordedNote({ recorded }: { recorded: string | null }) {
  const { t } = useTranslation("calls");
  if (recorded === null) return null;
  return (
    <p className="notice notice--good" role="status">
      {t("recorded")}
    </p>
  );
}
