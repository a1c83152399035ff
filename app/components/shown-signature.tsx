import { useTranslation } from "react-i18next";
import type { OwnPublicSignature } from "~/domain/public-signatures/find-public-signature.server";
import { ReadOnlyNotice } from "./read-only-notice";

/** What is shown of a confirmed signature, and the way to take it back: as easy as it was to give. */
export function ShownSignature({ showsName, comment, commentState }: OwnPublicSignature) {
  const { t } = useTranslation("confirm");
  return (
    <section className="panel" aria-labelledby="shown-title">
      <h2 id="shown-title">{t("shown.title")}</h2>
      <p>{showsName ? t("shown.name") : t("shown.noName")}</p>
      {comment !== "" && (
        <blockquote>
          <p dir="auto" className="kept-lines">
            {comment}
          </p>
        </blockquote>
      )}
      {commentState !== "none" && <p className="muted">{t(`shown.states.${commentState}`)}</p>}
      <p className="muted">{t("shown.note")}</p>
      <form method="post">
        <input type="hidden" name="intent" value="hide" />
        <ReadOnlyNotice />
        <button className="button button--quiet" type="submit">
          {t("shown.button")}
        </button>
      </form>
    </section>
  );
}
