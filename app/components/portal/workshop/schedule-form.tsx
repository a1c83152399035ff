import { useTranslation } from "react-i18next";
import { TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm } from "../portal-form";
import type { SentForm } from "./campaign-home-page";

/** Lets a campaign become public by itself, folded up at first. */
export function ScheduleForm({ timeZone, sent }: { timeZone: string; sent: SentForm | null }) {
  const { t } = useTranslation("portal-workshop");
  const { errorOf } = useFieldErrors(sent?.errors);
  return (
    <details open={sent !== null}>
      <summary>{t("schedule.summary")}</summary>
      <DeedForm intent="schedule">
        <TextField
          id="at"
          type="datetime-local"
          label={t("schedule.at")}
          hint={t("schedule.hint", { timeZone })}
          error={errorOf("at")}
          defaultValue={sent?.values.at}
          className="workshop-moment"
        />
        <button type="submit" className="button button--small">
          {t("schedule.button")}
        </button>
      </DeedForm>
    </details>
  );
}
