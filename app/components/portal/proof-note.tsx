import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/**
 * Stands beside a grave deed: whoever proved too long ago who they are does so before they fill in a form, whose words
 * would be lost on the way.
 */
export function ProofNote({ isProven }: { isProven: boolean }) {
  const { t } = useTranslation("portal-trust");
  const { pathname } = useLocation();
  if (isProven) return null;
  return (
    <p className="notice">
      {t("proof.needed")} <a href={`/portal/prove?next=${encodeURIComponent(pathname)}`}>{t("proof.link")}</a>
    </p>
  );
}
