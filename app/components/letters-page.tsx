import { useTranslation } from "react-i18next";
import type { LetterSheet } from "~/domain/lawmakers/compose/letter-sheet";
import type { SheetsFault } from "~/domain/lawmakers/compose/read-sheets";
import { LetterSheets } from "./letter-sheets";
import { useLocale } from "./use-locale";

interface Props {
  campaign: { slug: string };
  query: string;
  /** Undefined where the page was opened without any. */
  letters: { sheets: LetterSheet[]; fault: SheetsFault | null; undrawable: string[] } | undefined;
}

/** Letters to print from the browser's menu. */
export function LettersPage({ campaign, query, letters }: Props) {
  const { t } = useTranslation("write");
  const write = `/${useLocale()}/campaigns/${campaign.slug}/lawmakers/write?${query}`;
  const { sheets, fault, undrawable } = letters ?? { sheets: [], fault: "noLetter" as const, undrawable: [] };
  return (
    <div className="page page--medium letters-page">
      <div className="letters-page__screen">
        <h1>{t("sheet.title")}</h1>
        {fault ? (
          <>
            <p className="notice">{t(`sheet.faults.${fault}`)}</p>
            <p>
              <a className="button" href={write}>
                {t("sheet.write")}
              </a>
            </p>
          </>
        ) : (
          <p className="lead">{t("sheet.hint")}</p>
        )}
        {undrawable.length > 0 && (
          <p className="notice" role="alert">
            {t("sheet.characters", { characters: undrawable.join(" ") })}
          </p>
        )}
      </div>
      <LetterSheets sheets={sheets} />
    </div>
  );
}
