import { useTranslation } from "react-i18next";

/** An organization's name in its own direction; a fictional one is marked, in the reader's words. */
export function OrganizationName({ name, isSample }: { name: string; isSample: boolean }) {
  const { t } = useTranslation("site");
  return (
    <>
      <bdi>{name.replace(/ \(sample\)$/, "")}</bdi> {isSample && <span className="tag">{t("sample.tag")}</span>}
    </>
  );
}
