import { useTranslation } from "react-i18next";
import type { DeliveryState } from "~/domain/deliveries/delivery-states";
import { isReason } from "~/domain/deliveries/delivery-states";

export interface DeliveryShown {
  id: string;
  name: string;
  chamber: "house" | "senate";
  state: DeliveryState;
  reasons: string[];
  /** Null once it was deleted. */
  message: { subject: string; text: string } | null;
  /** This mailbox has written to the office before. */
  isWritten: boolean;
}

/** One message: to whom, how far it is known to have come, and its text. */
export function DeliveryStatus({ isOpen, ...delivery }: DeliveryShown & { isOpen: boolean }) {
  const { t } = useTranslation("deliver");
  const { id, name, chamber, state, message, isWritten } = delivery;
  const reasons = delivery.reasons.filter(isReason);
  const isBad = state === "rejected" || state === "failed";
  return (
    <article className="card deliver__office" aria-labelledby={`delivery-${id}`}>
      <h2 id={`delivery-${id}`}>{t("confirm.messageTo", { name })}</h2>
      {isOpen && isWritten && <p className="notice">{t("confirm.again")}</p>}
      {!isOpen && (
        <p className={isBad ? "notice" : "deliver__state-words"} data-state={state}>
          <strong>{state === "accepted" ? t(`states.accepted.${chamber}`) : t(`states.${state}`)}</strong>
        </p>
      )}
      {reasons.map((reason) => (
        <p key={reason}>{t(`reasons.${reason}`)}</p>
      ))}
      {isBad && <p className="muted">{t("states.otherWays")}</p>}
      {message ? <Message {...message} isOpen={isOpen} /> : <p className="muted">{t("confirm.gone")}</p>}
    </article>
  );
}

function Message({ subject, text, isOpen }: { subject: string; text: string; isOpen: boolean }) {
  const { t } = useTranslation("deliver");
  const body = (
    <>
      <p dir="auto">
        <strong>{subject}</strong>
      </p>
      <p className="deliver__text" dir="auto">
        {text}
      </p>
    </>
  );
  if (isOpen) return body;
  return (
    <details>
      <summary>{t("message.text")}</summary>
      {body}
    </details>
  );
}
