import { useTranslation } from "react-i18next";
import { COMPOSER } from "./composer-form";

/** Takes the letters of the composer along to where they are handed over, where an office takes them that way. */
export function DeliverLetters({ base, query, isOffered }: { base: string; query: string; isOffered: boolean }) {
  const { t } = useTranslation("deliver");
  if (!isOffered) return null;
  return (
    <section className="panel" aria-labelledby="deliver-letters">
      <h2 id="deliver-letters">{t("title")}</h2>
      <p>{t("linkHint")}</p>
      <button
        className="button"
        type="submit"
        form={COMPOSER}
        formMethod="post"
        formAction={`${base}/deliver?${query}`}
        name="intent"
        value="start"
      >
        {t("link")}
      </button>
    </section>
  );
}
