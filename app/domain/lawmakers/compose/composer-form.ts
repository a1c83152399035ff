import { parseZip } from "../zip";
import { type Choices, MAX_PRINCIPLES } from "./choices";
import type { LetterTexts } from "./compose-letter";
import { messageLanguages } from "./message-language";
import { plainLine, plainText } from "./plain-text";

const MAX_NAME = 120;
const MAX_CITY = 80;

/** What is wrong with a field; each has its words in `write.json`. */
export interface ComposerFault {
  field: "name" | "city" | "zip" | "story" | "principles";
  code:
    | "nameMissing"
    | "nameTooLong"
    | "cityTooLong"
    | "zipFaulty"
    | "storyTooLong"
    | "principlesMissing"
    | "principlesMany";
}

/** The choices as they were posted, faulty or not; what can't be a choice at all is left out. */
export function readChoices(form: FormData, { lines }: LetterTexts): Choices {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const known = new Set(Object.keys(lines.asks));
  const chosen = new Set(form.getAll("principles").map(String));
  const closing = text("closing");
  return {
    name: plainLine(text("name")),
    city: plainLine(text("city")),
    zip: plainLine(text("zip")),
    story: plainText(text("story")),
    principles: [...known].filter((slug) => chosen.has(slug)),
    closing: lines.closings.some(({ id }) => id === closing) ? closing : "",
    language: messageLanguages.find((language) => language === text("language")) ?? "en",
  };
}

/** What must be put right before a letter can be made of the choices, in the order of the fields. */
export function faultsOf(choices: Choices, { letter }: LetterTexts): ComposerFault[] {
  const { name, city, zip, story, principles } = choices;
  const faults: ComposerFault[] = [];
  if (name === "") faults.push({ field: "name", code: "nameMissing" });
  else if (name.length > MAX_NAME) faults.push({ field: "name", code: "nameTooLong" });
  if (city.length > MAX_CITY) faults.push({ field: "city", code: "cityTooLong" });
  if (zip !== "" && parseZip(zip) === null) faults.push({ field: "zip", code: "zipFaulty" });
  if (story.length > letter.limits.personalStory) faults.push({ field: "story", code: "storyTooLong" });
  if (principles.length === 0) faults.push({ field: "principles", code: "principlesMissing" });
  else if (principles.length > MAX_PRINCIPLES) faults.push({ field: "principles", code: "principlesMany" });
  return faults;
}
