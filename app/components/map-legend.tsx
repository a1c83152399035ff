import { useTranslation } from "react-i18next";

interface Props {
  /** The least of each step of colour, smallest first. */
  steps: readonly number[];
  /** What a place without a colour has. */
  uncoloured: string;
}

/** What the colours of a map mean. */
export function MapLegend({ steps, uncoloured }: Props) {
  const { t } = useTranslation("where");
  return (
    <span className="world-map__legend">
      <strong>{t("legend")}</strong>
      <span>
        <i className="world-map__key" /> {uncoloured}
      </span>
      {steps.map((least, index) => (
        <span key={least}>
          <i className={`world-map__key world-map__step--${index + 1}`} /> {t("from", { count: least })}
        </span>
      ))}
    </span>
  );
}
