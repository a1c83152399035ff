import { type FieldName, fieldSpecs, isOfLanding, partsOf, type TextKind } from "./text-shape";

/** A question as it was typed. */
export interface TypedQuestion {
  id: string;
  question: string;
  answer: string;
}

/**
 * The texts of a campaign as they stand in the editor: each field by its name, whole or not. A text is one or more lines,
 * a list is an array.
 */
export interface TypedTexts {
  texts: Map<FieldName, string>;
  lists: Map<FieldName, string[]>;
  questions: Map<FieldName, TypedQuestion[]>;
  /** Whether the campaign has a landing page, and so its fields. */
  hasLanding: boolean;
}

/** More parts than this no list has; a form that names more was not made by our page. */
export const MOST_PARTS = 100;

export type Json = Record<string, unknown>;

/** The fields of a form of the editor. What a form does not name is empty. */
export function readTypedTexts(form: FormData, hasLanding: boolean): TypedTexts {
  const values = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value === "string" && !values.has(name)) values.set(name, clean(value));
  }
  const indexesOf = (name: string) => {
    const part = new RegExp(`^${name.replaceAll(".", "\\.")}\\.(\\d{1,3})(\\.|$)`);
    const found = [...values.keys()].flatMap((key) => part.exec(key)?.[1] ?? []);
    return [...new Set(found.map(Number))].sort((a, b) => a - b).slice(0, MOST_PARTS);
  };
  const textAt = (name: string) => values.get(name) ?? "";
  return collect(hasLanding, {
    text: textAt,
    list: (name) => indexesOf(name).map((index) => textAt(`${name}.${index}`)),
    questions: (name) =>
      indexesOf(name).map((index) => ({
        id: textAt(`${name}.${index}.id`),
        question: textAt(`${name}.${index}.question`),
        answer: textAt(`${name}.${index}.answer`),
      })),
  });
}

/** The same of what is kept: fields of revisions, or of a text that is not finished. */
export function typedTextsOf(fields: Record<TextKind, unknown>, hasLanding: boolean): TypedTexts {
  const at = (name: FieldName): unknown => {
    const { kind, path } = partsOf(name);
    return path.reduce<unknown>((value, key) => (isJson(value) ? value[key] : undefined), fields[kind]);
  };
  return collect(hasLanding, {
    text: (name) => stringOf(at(name)),
    list: (name) => arrayOf(at(name)).map(stringOf),
    questions: (name) =>
      arrayOf(at(name)).map((one) => {
        const part = isJson(one) ? one : {};
        return { id: stringOf(part.id), question: stringOf(part.question), answer: stringOf(part.answer) };
      }),
  });
}

function collect(
  hasLanding: boolean,
  read: {
    text(name: FieldName): string;
    list(name: FieldName): string[];
    questions(name: FieldName): TypedQuestion[];
  },
): TypedTexts {
  const typed: TypedTexts = { texts: new Map(), lists: new Map(), questions: new Map(), hasLanding };
  for (const { name, type } of fieldSpecs) {
    if (isOfLanding(name) && !hasLanding) continue;
    if (type === "list") typed.lists.set(name, read.list(name));
    else if (type === "questions") typed.questions.set(name, read.questions(name));
    else typed.texts.set(name, read.text(name));
  }
  return typed;
}

/** Which of two states of the texts differ, field by field. */
export function differingFields(one: TypedTexts, other: TypedTexts, kind: TextKind): FieldName[] {
  const said = (typed: TypedTexts, name: FieldName) =>
    JSON.stringify(typed.texts.get(name) ?? typed.lists.get(name) ?? typed.questions.get(name) ?? null);
  return fieldSpecs
    .map(({ name }) => name)
    .filter((name) => partsOf(name).kind === kind && said(one, name) !== said(other, name));
}

/** All words of a field, a paragraph for each part of a list. */
export function wordsOf(typed: TypedTexts, name: FieldName): string {
  const text = typed.texts.get(name);
  if (text !== undefined) return text;
  const list = typed.lists.get(name);
  if (list !== undefined) return list.join("\n\n");
  return (typed.questions.get(name) ?? []).map(({ question, answer }) => `${question}\n${answer}`).join("\n\n");
}

/** Browsers send line ends as two signs. PostgreSQL refuses a text with a NUL; nobody types one. */
function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "");
}

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
