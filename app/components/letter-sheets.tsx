import { useTranslation } from "react-i18next";
import type { LetterSheet } from "~/domain/lawmakers/compose/letter-sheet";

/** Letters as they look on paper, one page each. The script of the writing page builds the same. */
export function LetterSheets({ sheets }: { sheets: LetterSheet[] }) {
  const { t } = useTranslation("write");
  return (
    <div className="letter-sheets">
      {sheets.map(({ office, language, sender, date, inside, subject, paragraphs, signature }) => (
        <article
          key={office}
          className="letter-sheet"
          lang={language}
          dir="ltr"
          aria-label={t("sheet.label", { name: inside[0] })}
        >
          {sender.length > 0 && <p>{sender.join("\n")}</p>}
          <p>{date}</p>
          <p>{inside.join("\n")}</p>
          {subject !== "" && <p>{subject}</p>}
          {paragraphs.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
          {signature && (
            <div className="letter-sheet__signature">
              <p>{signature.close}</p>
              <p>{signature.name.join("\n")}</p>
            </div>
          )}
        </article>
      ))}
    </div>
  );
}
