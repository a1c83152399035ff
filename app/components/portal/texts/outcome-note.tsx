import { useTranslation } from "react-i18next";
import { DoneNote } from "../portal-form";

const outcomes = [
  "saved",
  "submitted",
  "approved",
  "sentBack",
  "published",
  "discarded",
  "already",
  "nothing",
] as const;
const refusals = [
  "conflict",
  "ownText",
  "approval",
  "paused",
  "sourceNotPublished",
  "superseded",
  "notPublic",
  "brackets",
  "changed",
] as const;

/** What became of the last press, where the page is shown again. */
export function OutcomeNote({ done }: { done: string | null }) {
  const { t } = useTranslation("portal-texts");
  const outcome = outcomes.find((one) => one === done);
  const refusal = refusals.find((one) => one === done);
  return (
    <>
      {outcome && <DoneNote>{t(`outcomes.${outcome}`)}</DoneNote>}
      {refusal && (
        <p className="warning-note" role="alert">
          {t(`refusals.${refusal}`)}
        </p>
      )}
    </>
  );
}
