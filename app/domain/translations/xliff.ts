import { jsToXliff12, xliff12ToJs } from "xliff";
import { z } from "zod";
import type { UnitFile, Units } from "./units";

/** Where the units came from, so that an import knows where they go. */
export interface XliffDocument {
  sourceLanguage: string;
  targetLanguage: string;
  files: UnitFile[];
}

/** Writes XLIFF 1.2 (OASIS, 2008), which Weblate, Crowdin and desktop tools read. */
export async function writeXliff({ sourceLanguage, targetLanguage, files }: XliffDocument): Promise<string> {
  const resources = Object.fromEntries(
    files.map(({ name, units }) => [
      name,
      Object.fromEntries(
        [...units].map(([key, { source, target, note }]) => [
          key,
          { source, ...(target !== null && { target }), ...(note !== undefined && { note }) },
        ]),
      ),
    ]),
  );
  const xml: unknown = await jsToXliff12({ resources, sourceLanguage, targetLanguage });
  return `${z.string().parse(xml)}\n`;
}

/** What a unit holds when it is read: text, or pieces where a tool marked parts of it. */
const text = z.union([z.string(), z.null()]).optional();
const readDocument = z.object({
  sourceLanguage: z.string().min(1),
  targetLanguage: z.string().min(1),
  resources: z.record(z.string(), z.record(z.string(), z.object({ source: text, target: text }))),
});

/** An XLIFF file is none, or holds what we cannot take. */
export class XliffError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "XliffError";
  }
}

/**
 * Reads XLIFF 1.2. A unit without a target is not translated.
 * @throws {XliffError} says what is wrong, for a translator
 */
export async function readXliff(xml: string): Promise<XliffDocument> {
  // No tool of translators writes one, and what an entity stands for is not ours to fetch or to unfold.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new XliffError("The file has a document type, which XLIFF has not.");
  const read = readDocument.safeParse(await parse(xml));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new XliffError(
      `The file is no XLIFF 1.2 that we can take (${issue?.path.join(" → ")}: ${issue?.message}). Marked-up parts inside of a text are not taken.`,
    );
  }
  const { sourceLanguage, targetLanguage, resources } = read.data;
  return {
    sourceLanguage,
    targetLanguage,
    files: Object.entries(resources).map(([name, found]) => ({ name, units: unitsOf(found) })),
  };
}

async function parse(xml: string): Promise<unknown> {
  try {
    return await xliff12ToJs(xml);
  } catch {
    throw new XliffError("The file is not well-formed XML.");
  }
}

function unitsOf(
  found: Record<string, { source?: string | null | undefined; target?: string | null | undefined }>,
): Units {
  return new Map(
    Object.entries(found).map(([key, { source, target }]) => [
      key,
      { source: source ?? "", target: target?.trim() ? target : null },
    ]),
  );
}
