import type { LetterSheet } from "../domain/lawmakers/compose/letter-sheet";

/** Prints letters from the page itself: they are laid out for the printer only, and nothing is sent to anybody. */
export function printLetters(sheets: readonly LetterSheet[]) {
  if (sheets.length === 0) return;
  const paper = document.createElement("div");
  paper.className = "letter-sheets letter-sheets--print";
  paper.append(...sheets.map(drawSheet));
  document.querySelector(".letter-sheets--print")?.remove();
  document.body.append(paper);
  document.body.classList.add("is-printing-letters");
  const restore = () => {
    paper.remove();
    if (!document.querySelector(".letter-sheets--print")) document.body.classList.remove("is-printing-letters");
  };
  window.addEventListener("afterprint", restore, { once: true });
  window.print();
}

function drawSheet({ language, sender, date, inside, subject, paragraphs, signature }: LetterSheet): HTMLElement {
  const sheet = document.createElement("article");
  sheet.className = "letter-sheet";
  sheet.lang = language;
  sheet.dir = "ltr";
  const blocks = [sender.join("\n"), date, inside.join("\n"), subject, ...paragraphs];
  sheet.append(...blocks.filter((block) => block !== "").map(paragraph));
  if (signature) {
    const signed = document.createElement("div");
    signed.className = "letter-sheet__signature";
    signed.append(paragraph(signature.close), paragraph(signature.name.join("\n")));
    sheet.append(signed);
  }
  return sheet;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
