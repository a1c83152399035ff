import { useTranslation } from "react-i18next";
import type { ActionLine } from "~/domain/partner-actions/actions-desk.server";
import { languageName } from "~/i18n/language-name";

/** In which languages an action is written, and how far each is. */
export function TextTags({ texts }: Pick<ActionLine, "texts">) {
  const { t, i18n } = useTranslation("portal-routing");
  return (
    <ul className="text-tags">
      {texts.map(({ locale, state, isPublic }) => (
        <li key={locale}>
          {languageName(locale, i18n.language)}: {t(`text.states.${state}`)}
          {isPublic && state !== "published" && <> ({t("text.public")})</>}
        </li>
      ))}
    </ul>
  );
}
