import { useTranslation } from "react-i18next";
import { dayFormat } from "~/i18n/day-format";

interface Props {
  facts: { congress: number; asOf: string; validUntil: Date; source: string; attribution: string };
}

/** Of which Congress the facts are, their day and where they come from: stands under every page that shows an office. */
export function FactsNote({ facts }: Props) {
  const { t, i18n } = useTranslation("lawmakers");
  return (
    <footer className="facts-note">
      <p>
        {t("facts.asOf", {
          date: dayFormat(i18n.language, "UTC").format(new Date(`${facts.asOf}T00:00:00Z`)),
          congress: facts.congress,
          until: dayFormat(i18n.language, CAPITOL_TIME).format(facts.validUntil),
        })}
      </p>
      <p lang="en" dir="ltr">
        {facts.source} {facts.attribution}.
      </p>
    </footer>
  );
}

/** The clock by which a Congress begins and ends. */
export const CAPITOL_TIME = "America/New_York";
