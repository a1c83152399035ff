import { jsToXliff12 } from "xliff";
import { type Element, xml2js } from "xml-js";
import { z } from "zod";
import { isKeepable } from "../content/text-fields";
import type { Unit, UnitFile } from "./units";

export interface XliffDocument {
  sourceLanguage: string;
  targetLanguage: string;
  files: UnitFile[];
}

/** Stands before a target whose state is to be said; in no text, since nobody's letter it is. */
const OUTDATED = "\u{10FFFD}";

/**
 * Writes XLIFF 1.2 (OASIS, 2008), which Weblate, Crowdin and desktop tools read. A target of an earlier source needs
 * translation, as tools know it.
 * @throws {XliffError} where a text holds a character that XML has not
 */
export async function writeXliff({ sourceLanguage, targetLanguage, files }: XliffDocument): Promise<string> {
  const resources = Object.fromEntries(
    files.map(({ name, madeFrom, units }) => [
      madeFrom === undefined ? name : `${name}@${madeFrom}`,
      Object.fromEntries([...units].map(([key, unit]) => [key, writtenUnit(`${name}: ${key}`, unit)])),
    ]),
  );
  const xml = z.string().parse(await jsToXliff12({ resources, sourceLanguage, targetLanguage }));
  return `${xml.replaceAll(`<target>${OUTDATED}`, '<target state="needs-translation">')}\n`;
}

function writtenUnit(where: string, { source, target, isOutdated, note }: Unit) {
  return {
    source: xmlText(where, source ?? ""),
    ...(target !== null && { target: (isOutdated ? OUTDATED : "") + xmlText(where, target) }),
    ...(note !== undefined && { note: xmlText(where, note) }),
  };
}

/** The library takes `&amp;` in a text for `&`. */
function xmlText(where: string, text: string): string {
  if (!isKeepable(text)) throw new XliffError(`${where} holds a character that XML has not.`);
  return text.replaceAll("&", "&amp;");
}

/** An XLIFF file is none, or holds what we cannot take. */
export class XliffError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "XliffError";
  }
}

type Parent = Pick<Element, "elements">;

/** States of a target that tools give what is not translated yet, or no more (XLIFF 1.2, 2.3). */
const openStates = /^(new|needs-.+)$/;

/**
 * Reads XLIFF 1.2 into one part for each `<file>`. A unit without a target, or with one that still needs work, is not
 * translated. Groups are taken for what they hold.
 * @throws {XliffError} says what is wrong, for a translator
 */
export function readXliff(xml: string): XliffDocument {
  // No tool of translators writes one, and what an entity stands for is not ours to fetch or to unfold.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new XliffError("The file has a document type, which XLIFF has not.");
  const [root] = below(parse(xml), "xliff");
  const parts = root === undefined ? [] : below(root, "file");
  if (root === undefined || attribute(root, "version") !== "1.2") throw new XliffError("The file is no XLIFF 1.2.");
  const files = parts.map(readFile);
  return {
    sourceLanguage: language(parts, "source-language"),
    targetLanguage: language(parts, "target-language"),
    files: withoutTwins(files, ({ name }) => name),
  };
}

function parse(xml: string): Parent {
  try {
    // What ends a line is one sign in XML (1.0, 2.11), and the parser leaves that to us.
    const { elements = [] } = xml2js(xml.replace(/\r\n?/g, "\n"), { captureSpacesBetweenElements: true });
    return { elements };
  } catch {
    throw new XliffError("The file is not well-formed XML.");
  }
}

function language(parts: readonly Element[], name: string): string {
  const [first = "", ...others] = new Set(parts.map((part) => attribute(part, name)));
  if (first === "") throw new XliffError(`The file has no ${name}.`);
  if (others.length > 0) {
    throw new XliffError(`The parts of the file have more than one ${name}: ${[first, ...others].join(", ")}.`);
  }
  return first;
}

function readFile(part: Element): UnitFile {
  const [, name = "", madeFrom] = /^(.*?)(?:@([^@]*))?$/s.exec(attribute(part, "original")) ?? [];
  const units = unitsBelow(part, name);
  return {
    name,
    ...(madeFrom !== undefined && { madeFrom }),
    units: new Map(withoutTwins(units, ([key]) => `${name}: ${key}`)),
  };
}

function unitsBelow(part: Element, name: string): [string, Unit][] {
  return (part.elements ?? []).flatMap((element): [string, Unit][] => {
    if (is(element, "body") || is(element, "group")) return unitsBelow(element, name);
    if (!is(element, "trans-unit")) return [];
    const key = attribute(element, "id");
    const [source] = below(element, "source");
    const [target] = below(element, "target");
    const where = `${name}: ${key}`;
    const text = target && !openStates.test(attribute(target, "state")) ? textIn(target, where) : "";
    return [[key, { source: source ? textIn(source, where) : "", target: text.trim() === "" ? null : text }]];
  });
}

function textIn(element: Element, where: string): string {
  return (element.elements ?? [])
    .map((part) => {
      if (part.type === "text") return String(part.text ?? "");
      if (part.type === "cdata") return part.cdata ?? "";
      // Tools mark sentences that way; the mark says nothing of the text.
      if (is(part, "mrk")) return textIn(part, where);
      if (part.type !== "element") return "";
      throw new XliffError(`${where} has a marked-up part <${part.name}> inside of the text, which is not taken.`);
    })
    .join("");
}

function withoutTwins<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  const names = all.map(nameOf);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new XliffError(`${twin} is in the file twice.`);
  return [...all];
}

function below(element: Parent, name: string): Element[] {
  return (element.elements ?? []).filter((one) => is(one, name));
}

function is({ type, name }: Element, wanted: string): boolean {
  return type === "element" && name === wanted;
}

function attribute({ attributes }: Element, name: string): string {
  return String(attributes?.[name] ?? "");
}
