import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Choices } from "~/domain/lawmakers/compose/choices";
import { composeLetter } from "~/domain/lawmakers/compose/compose-letter";
import { fitOf, roomFor } from "~/domain/lawmakers/compose/message-length";
import { placeOf } from "~/domain/lawmakers/places";
import { shippedFacts } from "../index-of-tests";
import { ada, nothingChosen, recipientOfMember, texts, vacantRecipient } from "./letters-of-tests";

const { lawmakers, districts } = shippedFacts;
const titleOf = {
  senator: "Senator",
  representative: "Representative",
  delegate: "Delegate",
  resident_commissioner: "Resident Commissioner",
};
const committees = [
  { code: "HSIF", name: "House Committee on Energy and Commerce" },
  { code: "HSIF17", name: "Commerce, Manufacturing, and Trade" },
];
const places = new Set(["AS", "DC", "GU", "MP", "PR", "VI"]);

describe.each(["en", "es"] as const)("in %s", (language) => {
  const choices = { ...ada, language };

  test.each([nothingChosen, ada])("no letter to anybody holds an open placeholder or a hole", (some) => {
    for (const lawmaker of lawmakers) {
      for (const seats of [[], committees]) {
        const recipient = recipientOfMember({ ...lawmaker, committees: seats });
        const { subject, text } = composeLetter(texts[language], recipient, { ...some, language });
        for (const words of [subject, text]) {
          expect(words, lawmaker.name).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object/);
          expect(words, lawmaker.name).not.toMatch(/ {2}| ,|\n{3}|\s$|^\s/);
        }
        const { limits } = texts[language].letter;
        expect(subject.length, subject).toBeLessThanOrEqual(limits.subject);
        expect(text.length, lawmaker.name).toBeLessThanOrEqual(limits.body);
        expect(text).toContain(placeOf(lawmaker.state, language).name);
        expect(text.includes("Energy and Commerce"), lawmaker.name).toBe(seats.length > 0);
        expect(text, "A subcommittee is no committee.").not.toContain("Manufacturing");
      }
    }
  });

  test("only those without a vote on final passage are told that we know", () => {
    const { delegate, residentCommissioner } = texts[language].lines.nonVoting;
    for (const lawmaker of lawmakers) {
      const { text } = composeLetter(texts[language], recipientOfMember(lawmaker), choices);
      const own = lawmaker.title === "delegate" ? delegate : residentCommissioner;
      expect(text.includes(own), lawmaker.name).toBe(!lawmaker.isVoting);
    }
  });

  test("every seat that could be vacant gets a letter to its office", () => {
    for (const { state, district } of districts) {
      const { text } = composeLetter(texts[language], vacantRecipient(state, district), choices);
      expect(text).not.toMatch(/\{\{|undefined|null/);
      expect(text).toContain(texts[language].lines.vacant.close);
      expect(text).not.toContain(titleOf.representative);
    }
  });

  test("a place that is no state is not called one", () => {
    const called = language === "en" ? /our state/i : /nuestro estado|este estado/i;
    for (const lawmaker of lawmakers) {
      const { text } = composeLetter(texts[language], recipientOfMember(lawmaker), choices);
      expect(called.test(text), lawmaker.name).toBe(!places.has(lawmaker.state));
    }
  });
});

test("the salutation names the office as its title demands", () => {
  for (const lawmaker of lawmakers) {
    const { text } = composeLetter(texts.en, recipientOfMember(lawmaker), ada);
    expect(text.startsWith(`Dear ${titleOf[lawmaker.title]} ${lawmaker.lastName}:\n\n`), lawmaker.name).toBe(true);
  }
  expect(composeLetter(texts.en, vacantRecipient("CA", 14), ada).text).toMatch(
    /^To the Office of the 14th Congressional District of California:\n/,
  );
  expect(composeLetter(texts.en, vacantRecipient("AK", 0), ada).text).toMatch(/^To the Office of the At-Large /);
  expect(composeLetter(texts.en, vacantRecipient("GU", 0), ada).text).toMatch(
    /^To the Office of the Delegate from Guam/,
  );
});

test("a state with its own law is named as one, and another is not", () => {
  for (const lawmaker of lawmakers) {
    const { text } = composeLetter(texts.en, recipientOfMember(lawmaker), ada);
    const hasLaw = texts.en.letter.statesWithLaw.includes(lawmaker.state);
    expect(text.includes("has already passed a privacy law"), lawmaker.name).toBe(hasLaw);
  }
});

test("what was chosen stands first among the asks, and nothing is asked twice", () => {
  const { text } = composeLetter(texts.en, anyRecipient(), { ...ada, principles: ["no-deceptive-design"] });
  const { asks } = texts.en.lines;
  expect(text.indexOf(String(asks["no-deceptive-design"]))).toBeLessThan(text.indexOf(String(asks["data-rights"])));
  for (const ask of Object.values(asks)) expect(text.split(ask), ask).toHaveLength(2);
});

test("people who choose differently send different letters", () => {
  const slugs = Object.keys(texts.en.lines.asks);
  const made = slugs.flatMap((slug) => {
    const { subject, text } = composeLetter(texts.en, anyRecipient(), { ...ada, principles: [slug] });
    return { subject, order: text.indexOf("Rights also") > text.indexOf("a floor and not") };
  });
  expect(new Set(made.map(({ subject }) => subject)).size).toBeGreaterThan(1);
  expect(new Set(made.map(({ order }) => order)).size).toBe(2);
});

test("where an office's form takes little, the letter leaves out what it can do without", () => {
  const [lawmaker] = lawmakers;
  if (!lawmaker) throw new Error("There is no lawmaker.");
  const recipient = { ...recipientOfMember(lawmaker), formLimit: { subject: null, body: 1200 } };
  const { text } = composeLetter(texts.en, recipient, ada);
  expect(text.length).toBeLessThanOrEqual(1200);
  expect(text).toContain(ada.story);
  expect(text).toContain("What matters most to me");
  expect(text).toContain("a floor and not a ceiling");

  const message = composeLetter(texts.en, { ...recipient, formLimit: { subject: 20, body: 500 } }, ada);
  const room = roomFor(texts.en, { formLimit: { subject: 20, body: 500 } });
  const fit = fitOf(message, room, ada.story);
  expect(fit).toMatchObject({ limit: 500, over: message.text.length - 500, subjectOver: message.subject.length - 20 });
});

test("a message that is too long is told one paragraph whose cutting is enough, never the person's own", () => {
  const long = composeLetter(texts.en, anyRecipient(), { ...ada, story: "So long. ".repeat(60).trim() });
  const fit = fitOf(long, { subject: 100, body: long.text.length - 50, isOfForm: true }, "So long. ".repeat(60).trim());
  expect(fit.cuts).toHaveLength(1);
  expect(fit.cuts[0]).not.toContain("So long");
  expect(long.text).toContain(String(fit.cuts[0]).replace("…", ""));
});

const anyChoices: fc.Arbitrary<Choices> = fc.record({
  name: fc.string({ unit: "grapheme", maxLength: 120 }),
  city: fc.string({ unit: "grapheme", maxLength: 80 }),
  zip: fc.constantFrom("", "94110", "94110-1234"),
  story: fc.string({ unit: "grapheme", maxLength: 800 }),
  principles: fc.uniqueArray(fc.constantFrom(...Object.keys(texts.en.lines.asks)), { maxLength: 10 }),
  closing: fc.constantFrom("", "position", "cosponsor", "meet", "constructor"),
  language: fc.constantFrom("en" as const, "es" as const),
});

test("whatever people write stands in their letter as they wrote it, and the same choices give the same letter", () => {
  const recipients = [...lawmakers.map(recipientOfMember), vacantRecipient("CA", 14), vacantRecipient("DC", 0)];
  fc.assert(
    fc.property(anyChoices, fc.constantFrom(...recipients), (choices, recipient) => {
      const own = [choices.name, choices.city, choices.story].join("");
      const { subject, text } = composeLetter(texts[choices.language], recipient, choices);
      if (choices.story.trim() !== "") expect(text).toContain(choices.story);
      if (!own.includes("{{")) expect(subject + text).not.toContain("{{");
      expect(composeLetter(texts[choices.language], recipient, { ...choices })).toEqual({ subject, text });
    }),
  );
});

function anyRecipient() {
  const lawmaker = lawmakers.find(({ state, chamber }) => state === "CA" && chamber === "senate");
  if (!lawmaker) throw new Error("There is no senator.");
  return recipientOfMember(lawmaker);
}
