import { useTranslation } from "react-i18next";
import { Moment } from "../portal-form";
import { OutcomeNote } from "./outcome-note";

/** A form that was not taken, with what was typed. */
export interface SentChange {
  intent: string;
  errors: Record<string, string>;
  values: Record<string, string>;
  /** Somebody else was faster. */
  outdated: { by: string; at: Date | null } | null;
}

const outcomes = ["saved", "proposed", "unchanged", "tooLarge", "described"] as const;

/** What became of a change: saved, kept for the host, or overtaken by somebody else's. */
export function ChangedNote({ done, sent }: { done: string | null; sent: SentChange | null }) {
  const { t } = useTranslation("portal-workshop");
  if (sent?.outdated) {
    const { by, at } = sent.outdated;
    return (
      <OutcomeNote isGood={false}>
        {t("changed.outdated")} <bdi>{by}</bdi>
        {at && (
          <>
            {" · "}
            <Moment at={at} />
          </>
        )}
        {". "}
        {t("changed.outdatedNow")}
      </OutcomeNote>
    );
  }
  const outcome = outcomes.find((one) => one === done);
  if (sent !== null || outcome === undefined) return null;
  return <OutcomeNote isGood={outcome !== "tooLarge"}>{t(`changed.${outcome}`)}</OutcomeNote>;
}
