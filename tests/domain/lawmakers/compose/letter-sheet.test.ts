import { expect, test } from "vitest";
import { composeLetter } from "~/domain/lawmakers/compose/compose-letter";
import { letterSheet } from "~/domain/lawmakers/compose/letter-sheet";
import { pdfFileName } from "~/domain/lawmakers/compose/pdf-file-name";
import { now, shippedFacts } from "../index-of-tests";
import { ada, recipientOfMember, texts, vacantRecipient } from "./letters-of-tests";

const { lawmakers } = shippedFacts;

function sheetTo(recipient: ReturnType<typeof recipientOfMember>, to: string | null = null) {
  const message = composeLetter(texts.en, recipient, ada);
  return letterSheet(recipient, message, { language: "en", subjectLabel: "Re:", sender: [], to, day: now });
}

test("every member's letter bears the form of address of Congress", () => {
  for (const lawmaker of lawmakers) {
    const chamber = lawmaker.chamber === "senate" ? "United States Senate" : "United States House of Representatives";
    const code = lawmaker.chamber === "senate" ? "20510" : "20515";
    const { inside, date, signature, paragraphs } = sheetTo(recipientOfMember(lawmaker));
    expect(inside.slice(0, 2)).toEqual([`The Honorable ${lawmaker.name}`, chamber]);
    expect(inside.at(-1), lawmaker.name).toMatch(new RegExp(`^Washington, DC ${code}(-\\d{4})?$`));
    expect(date).toBe("November 23, 2026");
    expect(paragraphs[0]).toMatch(/:$/);
    expect(signature?.close).toBe("Sincerely,");
    expect(signature?.name[0]).toBe("Ada Nguyễn");
  }
});

test("an office at home can be chosen, and an address that is none leads to Washington", () => {
  const lawmaker = lawmakers.find(({ bioguide }) => bioguide === "A000055");
  if (!lawmaker) throw new Error("There is no such lawmaker.");
  const recipient = recipientOfMember(lawmaker);
  expect(sheetTo(recipient, "1").inside).toEqual([
    "The Honorable Robert B. Aderholt",
    "United States House of Representatives",
    "Carl Elliott Building",
    "1710 Alabama Ave., Suite 247",
    "Jasper, AL 35501",
  ]);
  for (const to of [null, "", "99", "constructor"]) expect(sheetTo(recipient, to).inside.at(-1)).toMatch(/^Washington/);
});

test("a vacant seat's letter goes to its office, with the Clerk", () => {
  expect(sheetTo(vacantRecipient("CA", 14)).inside).toEqual([
    "Office of the 14th Congressional District of California",
    "c/o Clerk of the House of Representatives",
    "H154, United States Capitol",
    "Washington, DC 20515-6601",
  ]);
});

test("a file has a name of plain letters, whoever it goes to", () => {
  const names = new Set(lawmakers.map((lawmaker) => pdfFileName([sheetTo(recipientOfMember(lawmaker))])));
  expect([...names].filter((name) => !/^letter-[a-z0-9-]{1,60}\.pdf$/.test(name))).toEqual([]);
  expect(pdfFileName([sheetTo(vacantRecipient("CA", 14)), sheetTo(vacantRecipient("CA", 15))])).toBe(
    "letters-to-congress.pdf",
  );
});
