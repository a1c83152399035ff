import { useTranslation } from "react-i18next";
import type { PublishedContacts } from "~/domain/contacts/publish-contacts";

/** How many called and wrote in the last seven days; nothing where too few did. */
export function WeekOfContacts({ week }: { week: PublishedContacts["week"] | null }) {
  const { t } = useTranslation("calls");
  const { calls = null, messages = null } = week ?? {};
  if (calls === null && messages === null) return null;
  return (
    <ul className="week-of-contacts">
      {calls !== null && <li>{t("week.calls", { count: calls })}</li>}
      {messages !== null && <li>{t("week.messages", { count: messages })}</li>}
    </ul>
  );
}
