import { useTranslation } from "react-i18next";
import { COMPOSER } from "./composer-form";
import { FieldTexts, fieldAttributes } from "./field";

/** All letters on paper at once. */
export function PaperPanel({ base, query }: { base: string; query: string }) {
  const { t } = useTranslation("write");
  const street = { id: "street", hint: t("paper.streetHint") };
  return (
    <section className="panel" aria-labelledby="paper-title">
      <h2 id="paper-title">{t("paper.title")}</h2>
      <p>{t("paper.body")}</p>
      <div className="field">
        <FieldTexts {...street} label={t("paper.street")} />
        <input name="street" form={COMPOSER} autoComplete="street-address" dir="auto" {...fieldAttributes(street)} />
      </div>
      <p className="write__buttons">
        <button
          className="button"
          type="submit"
          form={COMPOSER}
          formAction={`${base}/letter?${query}`}
          formTarget="_blank"
          data-print=""
        >
          {t("paper.allPrint")}
        </button>
        <button
          className="button button--quiet"
          type="submit"
          form={COMPOSER}
          formAction={`${base}/letter.pdf?${query}`}
        >
          {t("paper.allPdf")}
        </button>
      </p>
      <p className="muted">
        <span data-no-script="">{t("paper.printNoteServer")}</span>
        <span data-with-script="" hidden>
          {t("paper.printNote")}
        </span>{" "}
        {t("paper.pdfNote")}
      </p>
    </section>
  );
}
