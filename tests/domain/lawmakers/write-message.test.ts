import { expect, test } from "vitest";
import { stateName } from "~/domain/lawmakers/state-names";
import { writeLetter } from "~/domain/lawmakers/write-message";
import { letterFile } from "~db/seed/letter-file";
import { readContentByLocale } from "~db/seed/read-content";
import { readRegionsFile } from "~db/seed/regions-file";
import { shippedFacts } from "./index-of-tests";

const { lawmakers } = shippedFacts;
const { as_of, codes } = readRegionsFile().us_states_with_comprehensive_privacy_law;
const states = { statesWithLaw: codes.map((code) => code.slice(3)), statesWithLawAsOf: as_of };
const letter = { ...english(readContentByLocale("letter", letterFile)), ...states };
const titleOf = {
  senator: "Senator",
  representative: "Representative",
  delegate: "Delegate",
  resident_commissioner: "Resident Commissioner",
};

test("there are messages to write to all who sit in Congress", () => {
  expect(lawmakers.length).toBeGreaterThanOrEqual(530);
});

test.each([null, "94110"])("no message to anybody holds an open placeholder or a hole (ZIP code %s)", (zip) => {
  for (const lawmaker of lawmakers) {
    const { subject, text } = writeLetter(letter, lawmaker, zip);
    for (const words of [subject, text]) {
      expect(words, lawmaker.name).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object/);
      expect(words.trim(), lawmaker.name).not.toBe("");
      expect(words, lawmaker.name).not.toMatch(/ {2}| ,|\n{3}/);
    }
    expect(text).toContain(`Dear ${titleOf[lawmaker.title]} ${lawmaker.lastName},`);
    expect(text).toContain(stateName(lawmaker.state));
    expect(text).toContain(zip ?? "[your ZIP code]");
    expect(text).toContain(lawmaker.chamber === "senate" ? "United States Senate" : "House of Representatives");
  }
});

test("what only the person knows stays open, in brackets", () => {
  const [lawmaker] = lawmakers;
  if (!lawmaker) throw new Error("There is no lawmaker.");
  const { text } = writeLetter(letter, lawmaker, null);
  expect(new Set(text.match(/\[[^\]]+\]/g))).toEqual(new Set(["[your name]", "[your city]", "[your ZIP code]"]));
});

test("a state with its own law is named as one, and another is not", () => {
  const has = letter.statesWithLaw[0];
  const withLaw = lawmakers.find(({ state }) => state === has);
  const without = lawmakers.find(({ state }) => !letter.statesWithLaw.includes(state));
  if (!withLaw || !without) throw new Error("There is no such lawmaker.");
  expect(writeLetter(letter, withLaw, null).text).toContain("has already passed a privacy law");
  expect(writeLetter(letter, without, null).text).not.toContain("has already passed a privacy law");
});

test("values are put in once: a placeholder inside a value is not filled again", () => {
  const [lawmaker] = lawmakers;
  if (!lawmaker) throw new Error("There is no lawmaker.");
  const { text } = writeLetter(letter, { ...lawmaker, lastName: "{{zip}}" }, "94110");
  expect(text).toContain("{{zip}},");
});

function english<T>(texts: { locale: string; content: T }[]): T {
  const text = texts.find(({ locale }) => locale === "en");
  if (!text) throw new Error("There is no English text.");
  return text.content;
}
