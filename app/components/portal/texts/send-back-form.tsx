import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FieldTexts, fieldAttributes } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm } from "../portal-form";

interface Props {
  /** Of a form that was refused. */
  sent: { errors: Record<string, string>; values: Record<string, string> } | null;
  /** Names the versions. */
  children: ReactNode;
}

/** Folded up at first: whoever wrote a text learns what is to be done. */
export function SendBackForm({ sent, children }: Props) {
  const { t } = useTranslation("portal-texts");
  const { errorOf } = useFieldErrors(sent?.errors);
  const error = errorOf("reason");
  const text = { id: "reason", hint: t("steps.reasonHint"), error };
  return (
    <details open={sent !== null}>
      <summary>{t("steps.sendBackSummary")}</summary>
      <DeedForm intent="send-back">
        {children}
        <div className={error ? "field field--faulty" : "field"}>
          <FieldTexts label={t("steps.reason")} {...text} />
          <textarea name="reason" rows={3} dir="auto" defaultValue={sent?.values.reason} {...fieldAttributes(text)} />
        </div>
        <button type="submit" className="button button--small button--danger">
          {t("steps.sendBack")}
        </button>
      </DeedForm>
    </details>
  );
}
