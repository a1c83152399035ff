import { useTranslation } from "react-i18next";
import type { ContactChannel } from "~/domain/contacts/contact-outcomes";

/** What was done for an office in this visit, in words with a check mark. */
export function DoneList({ channels }: { channels: readonly ContactChannel[] }) {
  const { t } = useTranslation("calls");
  if (channels.length === 0) return null;
  return (
    <ul className="done-list">
      {channels.map((channel) => (
        <li key={channel}>
          <span aria-hidden="true">✓</span> {t(`done.${channel}`)}
        </li>
      ))}
    </ul>
  );
}
