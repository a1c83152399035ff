import { placeOf } from "../places";
import type { Choices } from "./choices";
import type { LetterTexts } from "./compose-letter";
import { fillTemplate } from "./fill-template";
import type { MessageLanguage } from "./message-language";
import type { Recipient } from "./recipient";
import { seatOfficeName } from "./seat-name";

type Title = NonNullable<Recipient["member"]>["title"];

/** How an office is addressed. In Spanish the words that would tell a man from a woman are avoided. */
const titles: Record<MessageLanguage, Record<Title, string>> = {
  en: {
    senator: "Senator",
    representative: "Representative",
    delegate: "Delegate",
    resident_commissioner: "Resident Commissioner",
  },
  es: {
    senator: "integrante del Senado",
    representative: "integrante de la Cámara de Representantes",
    delegate: "integrante de la Cámara de Representantes",
    resident_commissioner: "integrante de la Cámara de Representantes",
  },
};

const chambers: Record<MessageLanguage, Record<Recipient["chamber"], string>> = {
  en: { senate: "United States Senate", house: "United States House of Representatives" },
  es: { senate: "Senado de los Estados Unidos", house: "Cámara de Representantes de los Estados Unidos" },
};

/** What the placeholders of a letter become. */
export function valuesFor(
  { letter, lines }: LetterTexts,
  recipient: Recipient,
  choices: Choices,
): ReadonlyMap<string, string> {
  const { language } = choices;
  const { member, state, chamber } = recipient;
  const place = placeOf(state, language);
  const values = new Map([
    ["sender_name", choices.name.trim() === "" ? lines.openName : choices.name],
    ["city", choices.city],
    ["zip", choices.zip],
    ["state_name", place.name],
    ["place_name", place.inside.charAt(0).toUpperCase() + place.inside.slice(1)],
    ["place_inside", place.inside],
    ["personal_story", choices.story],
    ["lawmaker_title", member ? titles[language][member.title] : ""],
    ["lawmaker_name", member?.lastName ?? ""],
    ["lawmaker_full_name", member?.name ?? ""],
    ["chamber_name", chambers[language][chamber]],
    ["seat_name", seatOfficeName(recipient, language)],
    ["committees", committeesIn(recipient.committees, language)],
  ]);
  const hasLaw = letter.statesWithLaw.includes(state);
  const own = place.isState ? letter.stateLawLines : lines.placeLawLines;
  values.set("state_law_line", fillTemplate(hasLaw ? own.withLaw : own.withoutLaw, values));
  return values;
}

/** The official names are English, in a Spanish letter too. */
function committeesIn(committees: readonly string[], language: MessageLanguage): string {
  const names = committees.map((name) => (language === "en" ? `the ${name.replace(/^the /i, "")}` : `«${name}»`));
  return new Intl.ListFormat(language, { type: "conjunction" }).format(names);
}
