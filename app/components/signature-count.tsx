import { useTranslation } from "react-i18next";

/** How many have signed and how many are hoped for. */
export function SignatureCount({ count, goal }: { count: number; goal: number }) {
  const { t, i18n } = useTranslation("site");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className="signature-count">
      <p className="signature-count__number">
        {count === 0 ? (
          <strong>{t("count.none")}</strong>
        ) : (
          <>
            <strong>{number.format(count)}</strong> <span>{t("count.signed", { count })}</span>
          </>
        )}
      </p>
      <progress
        className="signature-count__bar"
        value={Math.min(count, goal)}
        max={goal}
        aria-label={t("count.progress")}
      />
      <p className="signature-count__goal">{t("count.goal", { count: goal, formatted: number.format(goal) })}</p>
    </div>
  );
}
