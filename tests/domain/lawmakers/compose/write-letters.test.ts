import { expect, test } from "vitest";
import { faultsOf, readChoices } from "~/domain/lawmakers/compose/composer-form";
import { plainLine, plainText } from "~/domain/lawmakers/compose/plain-text";
import { rewriteLetters, writeLetters } from "~/domain/lawmakers/compose/write-letters";
import { ada, texts, vacantRecipient } from "./letters-of-tests";

const recipients = [vacantRecipient("CA", 14), vacantRecipient("CA", 15)];
const [first] = writeLetters(texts.en, recipients, ada);

/** The page's fields as a browser sends them back. */
function formOf(letters: (typeof first)[], changes: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const letter of letters) {
    if (!letter) continue;
    form.set(`subject-${letter.office}`, letter.subject);
    form.set(`text-${letter.office}`, letter.text.replaceAll("\n", "\r\n"));
    form.set(`mark-${letter.office}`, letter.mark);
  }
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return form;
}

test("a letter that was left as it was follows the choices", () => {
  const changed = writeLetters(texts.en, recipients, { ...ada, story: "Another reason." });
  expect(rewriteLetters(changed, formOf([first]))).toEqual(changed);
});

test("a letter that was changed by hand is kept until it is to be built again", () => {
  const changed = writeLetters(texts.en, recipients, { ...ada, story: "Another reason." });
  const edits = { "text-CA-14": "To whom it may concern,\r\nno." };
  expect(rewriteLetters(changed, formOf([first], edits))).toEqual([
    { ...changed[0], subject: first?.subject, text: "To whom it may concern,\nno.", isKept: true },
    changed[1],
  ]);
  expect(rewriteLetters(changed, formOf([first], { ...edits, again: "CA-14" }))).toEqual(changed);
});

test("each fault of the form is named once, beside its field", () => {
  const form = new FormData();
  const choices = readChoices(form, texts.en);
  expect(faultsOf(choices, texts.en).map(({ code }) => code)).toEqual(["nameMissing", "principlesMissing"]);
  const worse = {
    ...choices,
    name: "x".repeat(121),
    city: "x".repeat(81),
    zip: "9411",
    story: "x".repeat(801),
    principles: Object.keys(texts.en.lines.asks).slice(0, 4),
  };
  expect(faultsOf(worse, texts.en).map(({ code }) => code)).toEqual([
    "nameTooLong",
    "cityTooLong",
    "zipFaulty",
    "storyTooLong",
    "principlesMany",
  ]);
  expect(faultsOf(ada, texts.en)).toEqual([]);
});

test("a form takes only what it offers", () => {
  const form = new FormData();
  for (const slug of ["constructor", "civil-rights", "civil-rights", "__proto__"]) form.append("principles", slug);
  form.set("closing", "constructor");
  form.set("language", "fr");
  form.set("name", "  Ada\u0000\u0007\r\nLovelace ");
  expect(readChoices(form, texts.en)).toMatchObject({
    principles: ["civil-rights"],
    closing: "",
    language: "en",
    name: "Ada Lovelace",
  });
});

test("text keeps its letters and its lines, and loses what no letter can hold", () => {
  expect(plainText("a\r\nb\rc\u2028d\te\u0000\u0085\u009f")).toBe("a\nb\nc\nd e");
  expect(plainText("\ud800x😀\udc00")).toBe("\ufffdx😀\ufffd");
  expect(plainLine(" مرحبا\n\n Nguyễn ")).toBe("مرحبا Nguyễn");
});
