import { useTranslation } from "react-i18next";
import type { OfficeTotal, PublishedContacts } from "~/domain/contacts/publish-contacts";

type Totals = NonNullable<ReturnType<PublishedContacts["offices"]["get"]>>;

/** What this campaign's supporters told of an office so far. */
export function OfficeTotals({ totals }: { totals: Totals | null }) {
  const { t } = useTranslation("calls");
  if (!totals) return null;
  return (
    <details>
      <summary>{t("totals.summary")}</summary>
      <ul>
        {totals.calls && <Total total={totals.calls} kind="calls" />}
        {totals.messages && <Total total={totals.messages} kind="messages" />}
      </ul>
      <p className="muted">{t("totals.note")}</p>
    </details>
  );
}

function Total({ total, kind }: { total: OfficeTotal; kind: "calls" | "messages" }) {
  const { t } = useTranslation("calls");
  return (
    <li>
      {total.count === null ? t(`totals.few.${kind}`) : t(`totals.${kind}`, { count: total.count })}
      {total.outcomes.length > 0 && (
        <ul>
          {total.outcomes.map(({ outcome, count }) => (
            <li key={outcome}>{t("totals.outcome", { outcome: t(`outcomes.${outcome}`), number: count })}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
