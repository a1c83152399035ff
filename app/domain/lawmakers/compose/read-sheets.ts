import type { LetterLines } from "../../campaigns/message-template-types";
import type { FactsIndex } from "../facts-in-force";
import { findOffice } from "../find-office";
import { type LetterSheet, letterSheet } from "./letter-sheet";
import { type MessageLanguage, messageLanguages } from "./message-language";
import { MAX_MESSAGE, plainLine, plainText } from "./plain-text";
import { recipientOf } from "./recipient";
import { senderTown } from "./sender-town";
import { readMessage } from "./write-letters";

/** A person has three offices, and one more where a ZIP code was wrong at first. */
export const MAX_LETTERS = 4;
const MAX_STREET = 300;

export type SheetsFault = "noLetter" | "tooManyLetters" | "letterTooLong" | "officeUnknown";

/** Lays out the letters of a posted form: all of them, or the one that its button named (`only`). */
export function readSheets(
  form: FormData,
  index: FactsIndex,
  lines: Partial<Record<MessageLanguage, LetterLines>>,
  now: Date,
): { sheets: LetterSheet[]; fault: SheetsFault | null } {
  const text = (name: string) => String(form.get(name) ?? "");
  const language = messageLanguages.find((known) => known === text("language")) ?? "en";
  const only = text("only");
  const ids = [...new Set(form.getAll("office").map(String))].filter((id) => only === "" || id === only);
  if (ids.length > MAX_LETTERS) return { sheets: [], fault: "tooManyLetters" };

  const sheets: LetterSheet[] = [];
  for (const id of ids) {
    const message = readMessage(form, id);
    if (message === null || message.text === "") continue;
    if (message.text.length > MAX_MESSAGE) return { sheets: [], fault: "letterTooLong" };
    const office = findOffice(index, id, now);
    if (office === null) return { sheets: [], fault: "officeUnknown" };
    const street = plainText(text("street")).slice(0, MAX_STREET);
    const town = senderTown(plainLine(text("city")), office.state, plainLine(text("zip")));
    sheets.push(
      letterSheet(recipientOf(office), message, {
        language,
        subjectLabel: lines[language]?.subjectLabel ?? "",
        sender: street === "" ? [] : [...street.split("\n"), town],
        to: text(`to-${id}`),
        day: now,
      }),
    );
  }
  return { sheets, fault: sheets.length === 0 ? "noLetter" : null };
}
