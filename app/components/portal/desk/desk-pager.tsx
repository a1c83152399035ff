import { useTranslation } from "react-i18next";
import type { DeskFilter } from "~/domain/translations/desk/desk-filter";

interface Props {
  page: number;
  pages: number;
  path: string;
  filter: DeskFilter;
}

/** Leads to the parts of a long list, and keeps what is looked for. */
export function DeskPager({ page, pages, path, filter }: Props) {
  const { t } = useTranslation("portal-endorsements");
  if (pages < 2) return null;
  const { locale, kind, status } = filter;
  const href = (to: number) => {
    const query = new URLSearchParams({
      ...(locale !== null && { locale }),
      ...(kind !== null && { kind }),
      ...(status !== null && { status }),
      page: String(to),
    });
    return `${path}?${query}`;
  };
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
