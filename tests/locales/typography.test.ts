import { expect, test } from "vitest";
import { typographyFaults } from "~locales/typography";

const source = "Your signature counts.";

test.each([
  ["es", "Su firma  cuenta.", "has two spaces in a row"],
  ["es", "Su firma cuenta. ", "begins or ends with a space"],
  ["fr", "L'avis est compté.", "has a straight apostrophe: '"],
  ["de", 'Die "Stimme" zählt.', 'has a straight quotation mark: "'],
  ["ar", "توقيعك\u200f محسوب.", "has a mark of direction; isolate what runs the other way"],
  ["ar", "اتصل بالرقم \u2066202-224-3121 الآن.", "has an isolate that is not opened or not closed"],
  ["hi", "१० दिन गिने जाते हैं।", "has the digit १, and numbers in hi are shown with other digits"],
  ["es", "Su firma cuenta", "does not end with a full stop: ."],
  ["hi", "आपका हस्ताक्षर गिना जाता है.", "does not end with a full stop: ।"],
  ["zh-Hant", "您的連署有效.", "does not end with a full stop: 。"],
])("in %s, %s", (locale, text, fault) => {
  expect(typographyFaults(locale, text, [source])).toEqual([fault]);
});

test.each([
  ["ar", "اتصل بالرقم \u2066202-224-3121\u2069 الآن.", source],
  ["bn", "১০ দিন পর মুছে ফেলা হয়।", "Deleted after 10 days."],
  ["fr", "Qui est-ce ?", "Who is it?"],
  ["ur", "کیا یہ آپ ہیں؟", "Is it you?"],
  ["es", "un título, como Sra. o Sr", "a title such as Ms. or Mr."],
  ["de", "Lesen Sie <strong>mehr</strong>.", "Read <strong>more</strong>."],
  ["es", "Firmado", "Signed."],
])("what is right in its language is no fault: %s", (locale, text, english) => {
  expect(typographyFaults(locale, text, [english])).toEqual([]);
});

test("a question stays a question", () => {
  expect(typographyFaults("ur", "کیا یہ آپ ہیں?", ["Is it you?"])).toEqual(["does not end with a question mark: ؟"]);
  // Of several plural forms in English only some are questions: then nobody can tell.
  expect(typographyFaults("es", "Hay un escaño.", ["There is one seat.", "Which seat is yours?"])).toEqual([]);
});
