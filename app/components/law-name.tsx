import { useTranslation } from "react-i18next";
import { GDPR_NAME } from "~/domain/regions/law-directory";

/** The name of a law: in the reader's language where it has one there, else as its country or the directory has it. */
export function LawName({ name }: { name: string }) {
  const { t } = useTranslation("principles");
  return name === GDPR_NAME ? t("law.gdpr") : <bdi>{name}</bdi>;
}
