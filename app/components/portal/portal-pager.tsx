import { useTranslation } from "react-i18next";

interface Props {
  page: number;
  pages: number;
  path: string;
  /** What the list is narrowed to; null where it is not. */
  filter: Readonly<Record<string, string | null>>;
}

/** Leads to the parts of a long list, and keeps what is looked for. */
export function PortalPager({ page, pages, path, filter }: Props) {
  const { t } = useTranslation("portal-endorsements");
  if (pages < 2) return null;
  const kept = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const href = (to: number) => `${path}?${new URLSearchParams([...kept, ["page", String(to)]])}`;
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
