import { useTranslation } from "react-i18next";

export interface DeliveryStateFacts {
  state: "making" | "ready" | "ended" | "failed";
  endReason: "takenBack" | "tooOld" | "deleted" | null;
  done: number;
  total: number;
}

/** How far a delivery is, in a few words. */
export function DeliveryState({ state, endReason, done, total }: DeliveryStateFacts) {
  const { t } = useTranslation("portal-deliveries");
  if (state === "making") return <span className="state-tag">{t("states.making", { done, total })}</span>;
  if (state === "ended") return <span className="state-tag">{t(`ended.${endReason ?? "deleted"}.short`)}</span>;
  return <span className="state-tag">{t(`states.${state}`)}</span>;
}
