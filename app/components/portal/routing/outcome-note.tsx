import { useTranslation } from "react-i18next";
import { DoneNote } from "../portal-form";

const good = [
  "approved",
  "approvedMustAsk",
  "checking",
  "created",
  "proposed",
  "removed",
  "saved",
  "sentBack",
  "submitted",
  "unchanged",
] as const;
const bad = ["conflict", "gone", "ownText"] as const;

/** Says what became of the last deed. */
export function OutcomeNote({ done }: { done: string | null }) {
  const { t } = useTranslation("portal-routing");
  const isGood = good.find((one) => one === done);
  if (isGood) return <DoneNote>{t(`outcomes.${isGood}`)}</DoneNote>;
  const isBad = bad.find((one) => one === done);
  return isBad ? (
    <p className="warning-note" role="status">
      {t(`outcomes.${isBad}`)}
    </p>
  ) : null;
}
