import type { LetterTemplate } from "../campaigns/message-template-types";
import type { Lawmaker } from "./lawmaker";
import { stateName } from "./state-names";

/** How an office is addressed; the templates are in English. */
const titles: Record<Lawmaker["title"], string> = {
  senator: "Senator",
  representative: "Representative",
  delegate: "Delegate",
  resident_commissioner: "Resident Commissioner",
};

/** What only the person knows stays open, in brackets. */
const open = { name: "[your name]", city: "[your city]", zip: "[your ZIP code]" };

/** Puts the values into a template's {{placeholders}}. */
function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values[key] ?? whole);
}

function valuesFor(lawmaker: Lawmaker, zip: string | null): Record<string, string> {
  return {
    sender_name: open.name,
    city: open.city,
    state_name: stateName(lawmaker.state),
    zip: zip ?? open.zip,
    lawmaker_title: titles[lawmaker.title],
    lawmaker_name: lawmaker.lastName,
    chamber_name: lawmaker.chamber === "senate" ? "United States Senate" : "United States House of Representatives",
  };
}

/** The campaign's letter to one office, to be changed and sent by the person. */
export function writeLetter(template: LetterTemplate, lawmaker: Lawmaker, zip: string | null) {
  const { statesWithLaw, stateLawLines, chamberLines, subjects, salutation, body, signature } = template;
  const values = valuesFor(lawmaker, zip);
  const stateLaw = statesWithLaw.includes(lawmaker.state) ? stateLawLines.withLaw : stateLawLines.withoutLaw;
  const all = { ...values, state_law_line: fill(stateLaw, values) };
  const paragraphs = body
    .filter(({ optional }) => !optional)
    .map(({ id, text }) =>
      id === "close" ? `${fill(chamberLines[lawmaker.chamber], all)} ${fill(text, all)}` : fill(text, all),
    );
  return {
    subject: fill(subjects[0] ?? "", all),
    text: [fill(salutation, all), ...paragraphs, fill(signature, all)].join("\n\n"),
  };
}
