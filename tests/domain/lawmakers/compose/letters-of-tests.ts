import type { Choices } from "~/domain/lawmakers/compose/choices";
import type { LetterTexts } from "~/domain/lawmakers/compose/compose-letter";
import { recipientOf } from "~/domain/lawmakers/compose/recipient";
import type { Lawmaker } from "~/domain/lawmakers/lawmaker";
import { letterFile } from "~db/seed/letter-file";
import { letterLinesFile } from "~db/seed/letter-lines-file";
import { readContent } from "~db/seed/read-content";
import { readRegionsFile } from "~db/seed/regions-file";

const { as_of, codes } = readRegionsFile().us_states_with_comprehensive_privacy_law;
const states = { statesWithLaw: codes.map((code) => code.slice(3)), statesWithLawAsOf: as_of };

/** The letters that the project carries. */
export const texts = { en: textsIn("en"), es: textsIn("es") };

function textsIn(language: "en" | "es"): LetterTexts {
  return {
    letter: { ...readContent(`letter.${language}.json`, letterFile), ...states },
    lines: readContent(`letter-lines.${language}.json`, letterLinesFile),
  };
}

export const nothingChosen: Choices = {
  name: "",
  city: "",
  zip: "",
  story: "",
  principles: [],
  closing: "",
  language: "en",
};

export const ada: Choices = {
  ...nothingChosen,
  name: "Ada Nguyễn",
  city: "Springfield",
  zip: "94110",
  story: "My health app sold my data.\n\nNobody asked me.",
  principles: ["ai-transparency", "civil-rights"],
};

export function recipientOfMember(lawmaker: Lawmaker) {
  const { bioguide, state, district } = lawmaker;
  return recipientOf({ office: bioguide, state, district, lawmaker });
}

/** The office of a seat that nobody holds. */
export function vacantRecipient(state: string, district: number) {
  return recipientOf({ office: `${state}-${district}`, state, district, lawmaker: null });
}
