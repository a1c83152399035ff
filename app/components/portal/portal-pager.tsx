import { useTranslation } from "react-i18next";

interface Props {
  page: number;
  pages: number;
  path: string;
  state: string;
}

/** Leads to the parts of a long list. */
export function PortalPager({ page, pages, path, state }: Props) {
  const { t } = useTranslation("portal-endorsements");
  if (pages < 2) return null;
  const href = (to: number) => `${path}?${new URLSearchParams({ state, page: String(to) })}`;
  return (
    <nav className="button-row" aria-label={t("pages.label")}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {t("pages.before")}
        </a>
      )}
      <span>{t("pages.at", { page, pages })}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {t("pages.after")}
        </a>
      )}
    </nav>
  );
}
