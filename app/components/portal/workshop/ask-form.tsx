import { useTranslation } from "react-i18next";
import { TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm } from "../portal-form";
import type { SentForm } from "./campaign-home-page";
import { TextBox } from "./text-box";

interface Props {
  timeZone: string;
  /** Nothing of the campaign is public yet. */
  isFirst: boolean;
  sent: SentForm | null;
}

/** Asks the host for its yes. */
export function AskForm({ timeZone, isFirst, sent }: Props) {
  const { t } = useTranslation("portal-workshop");
  const { errorOf } = useFieldErrors(sent?.errors);
  return (
    <DeedForm intent="ask">
      <TextBox
        id="note"
        label={t("ask.note")}
        hint={t("ask.noteHint")}
        error={errorOf("note")}
        defaultValue={sent?.values.note}
      />
      {isFirst && (
        <TextField
          id="at"
          type="datetime-local"
          label={t("ask.at")}
          hint={t("ask.atHint", { timeZone })}
          error={errorOf("at")}
          defaultValue={sent?.values.at}
          className="workshop-moment"
        />
      )}
      <button type="submit" className="button">
        {isFirst ? t("ask.button") : t("ask.buttonChanges")}
      </button>
    </DeedForm>
  );
}
