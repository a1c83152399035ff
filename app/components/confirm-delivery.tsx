import { useTranslation } from "react-i18next";
import { type DeliveryShown, DeliveryStatus } from "./delivery-status";
import { ReadOnlyNotice } from "./read-only-notice";

interface Props {
  state: "open" | "confirmed" | "expired";
  isErased: boolean;
  wantsFollowUp: boolean;
  /** Null once it was deleted. */
  constituent: {
    prefix: string;
    firstName: string;
    lastName: string;
    address1: string;
    address2: string;
    city: string;
    stateName: string;
    zip: string;
    phone: string;
    email: string;
  } | null;
  /** `S. 1 (Pro)`, where the campaign names a bill. */
  bill: string | null;
  /** For how long it is kept after handing it over. */
  days: number;
  lawmakersPath: string;
  deliveries: DeliveryShown[];
}

/** What the mailed link hands over, before and after its owner has said yes. */
export function ConfirmDelivery(props: Props) {
  const { state, isErased, constituent, bill, deliveries, days, lawmakersPath } = props;
  const { t } = useTranslation("deliver");
  const { t: lawmakers } = useTranslation("lawmakers");
  const heading = state === "open" ? "confirm" : state === "expired" ? "confirm.expired" : "confirm.done";
  const sendable = deliveries.filter(({ isWritten }) => !isWritten).length;
  return (
    <div className="page page--medium deliver">
      {isErased && (
        <p className="notice notice--good" role="status">
          {t("confirm.erased")}
        </p>
      )}
      <h1>{t(`${heading}.title`)}</h1>
      <p className="lead">{t(`${heading}.body`)}</p>
      {state !== "expired" &&
        deliveries.map((one) => <DeliveryStatus key={one.id} {...one} isOpen={state === "open"} />)}
      {state === "confirmed" && (
        <>
          <p>
            <a className="button button--quiet" href="?">
              {t("confirm.reload")}
            </a>
          </p>
          <p className="muted">{t("states.note")}</p>
        </>
      )}
      {bill && state === "open" && <p>{t("bill", { bill })}</p>}
      {constituent && state !== "expired" && <Person {...constituent} />}
      {props.wantsFollowUp && <p className="muted">{t("confirm.followUp")}</p>}
      {state === "open" && sendable > 0 && (
        <form method="post">
          <input type="hidden" name="intent" value="confirm" />
          <ReadOnlyNotice />
          <button className="button button--large" type="submit">
            {t("confirm.button", { count: sendable })}
          </button>
        </form>
      )}
      {constituent && state !== "expired" && (
        <section className="panel" aria-labelledby="erase-title">
          <h2 id="erase-title">{t("confirm.erase.title")}</h2>
          <p>{t("confirm.keptUntil", { days })}</p>
          <p>{t("confirm.erase.body")}</p>
          <form method="post">
            <input type="hidden" name="intent" value="erase" />
            <button className="button button--quiet" type="submit">
              {t("confirm.erase.button")}
            </button>
          </form>
        </section>
      )}
      <p>
        <a href={lawmakersPath}>{lawmakers("title")}</a>
      </p>
    </div>
  );
}

function Person(person: NonNullable<Props["constituent"]>) {
  const { t } = useTranslation("deliver");
  return (
    <section aria-labelledby="person-title">
      <h2 id="person-title">{t("confirm.person")}</h2>
      <address className="deliver__address">
        <bdi>
          {person.prefix} {person.firstName} {person.lastName}
        </bdi>
        <bdi>{person.address1}</bdi>
        {person.address2 && <bdi>{person.address2}</bdi>}
        <bdi>
          {person.city}, {person.stateName} {person.zip}
        </bdi>
        <bdi>{person.email}</bdi>
        {person.phone && <bdi>{person.phone}</bdi>}
      </address>
    </section>
  );
}
