import { useTranslation } from "react-i18next";

interface Props {
  page: number;
  pages: number;
  href(page: number): string;
}

/** Leads to the newer and the older part of a list; nothing where all of it is on one page. */
export function Pager({ page, pages, href }: Props) {
  const { t } = useTranslation("updates");
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label={t("pages.label")}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {t("pages.newer")}
        </a>
      )}
      <span>{t("pages.at", { page, pages })}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {t("pages.older")}
        </a>
      )}
    </nav>
  );
}
