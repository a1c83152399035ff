import { type FieldName, partsOf, type TextKind } from "./text-shape";
import { isJson, type Json, type TypedQuestion, type TypedTexts } from "./typed-texts";

/**
 * What was typed, in the form of revisions.
 * @param asTyped keeps what is empty, for a text that is not finished; otherwise empty parts of lists, and optional parts
 *   that are empty, are left out
 */
export function fieldsOf(typed: TypedTexts, asTyped = false): Record<TextKind, Json> {
  const fields: Record<TextKind, Json> = { petition: {}, campaign: typed.hasLanding ? {} : { landing: null } };
  for (const [name, text] of typed.texts) put(fields, name, text);
  for (const [name, list] of typed.lists) put(fields, name, asTyped ? list : list.filter((text) => text.trim() !== ""));
  for (const [name, all] of typed.questions) {
    put(
      fields,
      name,
      asTyped ? all : withIds(all.filter(({ question, answer }) => `${question}${answer}`.trim() !== "")),
    );
  }
  if (!asTyped) leaveOut(fields.campaign, typed);
  return fields;
}

function leaveOut(campaign: Json, { texts, hasLanding }: TypedTexts): void {
  const isEmpty = (name: FieldName) => (texts.get(name) ?? "").trim() === "";
  if (isEmpty("campaign.imageAlt")) delete campaign.imageAlt;
  const { landing } = campaign;
  const donate = ["title", "body", "cta"] as const;
  if (hasLanding && isJson(landing) && donate.every((part) => isEmpty(`campaign.landing.donate.${part}`))) {
    delete landing.donate;
  }
}

function put(fields: Record<TextKind, Json>, name: FieldName, value: unknown): void {
  const { kind, path } = partsOf(name);
  const last = path.at(-1) ?? "";
  const holder = path.slice(0, -1).reduce<Json>((inside, key) => {
    const next = inside[key];
    if (isJson(next)) return next;
    const made: Json = {};
    inside[key] = made;
    return made;
  }, fields[kind]);
  holder[last] = value;
}

/** A new question gets a name of its own, under which its translations are found. */
function withIds(all: readonly TypedQuestion[]): TypedQuestion[] {
  const taken = new Set(all.map(({ id }) => id));
  let next = 1;
  return all.map((one) => {
    if (one.id !== "") return one;
    while (taken.has(`question-${next}`)) next++;
    taken.add(`question-${next}`);
    return { ...one, id: `question-${next}` };
  });
}
