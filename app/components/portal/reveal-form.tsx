import { useTranslation } from "react-i18next";
import { revealReasons } from "~/domain/supporters/reveal-form";
import { TextField } from "../field";
import { DeedForm } from "./portal-form";
import { SelectField } from "./select-field";

interface Props {
  subjectId: string;
  campaignId: string;
  errorOf(field: string): string | undefined;
  values: Record<string, string>;
  isOpen: boolean;
}

/** Asks for the reason before one person is shown. Ids hold the person's, because a page has many of these. */
export function RevealForm({ subjectId, campaignId, errorOf, values, isOpen }: Props) {
  const { t } = useTranslation("portal-supporters");
  return (
    <details open={isOpen}>
      <summary>{t("supporters.reveal.open")}</summary>
      <DeedForm intent="reveal">
        <p className="visually-muted">{t("supporters.reveal.lead")}</p>
        <input type="hidden" name="campaign" value={campaignId} />
        <input type="hidden" name="supporter" value={subjectId} />
        <SelectField
          id={`reason-${subjectId}`}
          name="reason"
          label={t("supporters.reveal.reason")}
          error={errorOf("reason")}
          defaultValue={values.reason ?? ""}
          options={[
            { value: "", label: t("supporters.reveal.choose") },
            ...revealReasons.map((reason) => ({ value: reason, label: t(`supporters.reasons.${reason}`) })),
          ]}
        />
        <TextField
          id={`note-${subjectId}`}
          name="note"
          label={t("supporters.reveal.note")}
          error={errorOf("note")}
          defaultValue={values.note}
          autoComplete="off"
          maxLength={200}
        />
        <button type="submit" className="button button--small">
          {t("supporters.reveal.button")}
        </button>
      </DeedForm>
    </details>
  );
}
