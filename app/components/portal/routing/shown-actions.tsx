import { useTranslation } from "react-i18next";
import type { ShownAction } from "~/domain/partner-actions/routing-desk.server";
import { languageName } from "~/i18n/language-name";
import { useLanguageAttributes } from "../../in-language";

/** What a signer is shown, in its order. */
export function ShownActions({ actions, locale }: { actions: readonly ShownAction[]; locale?: string }) {
  const { t, i18n } = useTranslation("portal-routing");
  const language = useLanguageAttributes();
  return (
    <ol className="shown-actions">
      {actions.map((action) =>
        action.kind === "partner_action" ? (
          <li key={action.slug}>
            <span {...language(action)}>{action.title}</span> <bdi className="visually-muted">{action.partnerName}</bdi>
            {locale !== undefined && action.locale !== locale && (
              <span className="visually-muted">
                {" "}
                ({t("tester.inLanguage", { language: languageName(action.locale, i18n.language) })})
              </span>
            )}
          </li>
        ) : (
          <li key={action.kind}>{t(`tester.kinds.${action.kind}`)}</li>
        ),
      )}
    </ol>
  );
}
