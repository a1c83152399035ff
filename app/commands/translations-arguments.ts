import { parseArgs } from "node:util";
import { defaultLocale, locales, localesInPreparation } from "~/i18n/locales";
import { namedPerson, UsageError } from "./staff-command";

export const usage = `Usage:
  npm run translations -- export --locale LOCALE --to FOLDER [--format xliff|json] [--only interface|content]
  npm run translations -- import FILE… --by YOUR_NAME [--dry-run] [--reviewed]

“interface” are the words of the product in locales/, “content” what campaigns, petitions, principles, actions and
articles say. XLIFF 1.2 holds both; JSON (i18next) only the interface. An import shows what it would change, refuses
what the checks refuse, and changes all of it or nothing. Content comes in as drafts that somebody else approves.`;

/** Every language but the one that all others are translated from. */
export const translatable: readonly string[] = [...locales, ...localesInPreparation]
  .filter((locale) => locale !== defaultLocale)
  .sort();

export type Arguments =
  | { order: "export"; locale: string; to: string; format: "xliff" | "json"; parts: readonly Part[] }
  | { order: "import"; files: string[]; by: string; isDryRun: boolean; isReviewed: boolean };

export type Part = "interface" | "content";

/** @throws {UsageError} when what was typed cannot be done */
export function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        locale: { type: "string" },
        to: { type: "string" },
        format: { type: "string", default: "xliff" },
        only: { type: "string" },
        by: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        reviewed: { type: "boolean", default: false },
      },
    });
    const [order, ...files] = positionals;
    if (order === "export") return readExport(values, files);
    if (order !== "import") throw new Error("Say export or import.");
    if (files.length === 0) throw new Error("Which files?");
    return {
      order,
      files,
      by: namedPerson(values.by),
      isDryRun: values["dry-run"],
      isReviewed: values.reviewed,
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function readExport(
  values: { locale?: string; to?: string; format: string; only?: string },
  rest: readonly string[],
): Arguments {
  const { locale = "", to = "", format, only } = values;
  if (rest.length > 0) throw new Error("Those are too many words.");
  if (locale === defaultLocale || ![...locales, ...localesInPreparation].includes(locale)) {
    const known = [...locales, ...localesInPreparation].filter((one) => one !== defaultLocale).sort();
    throw new Error(
      `Which language? One of ${known.join(", ")}; another needs its entry in app/i18n/locales.ts first.`,
    );
  }
  if (to === "") throw new Error("Into which folder?");
  if (format !== "xliff" && format !== "json") throw new Error("The format is xliff or json.");
  if (only !== undefined && only !== "interface" && only !== "content") throw new Error("Only interface, or content?");
  if (format === "json" && only === "content") throw new Error("Content is exported as XLIFF.");
  const all: readonly Part[] = format === "json" ? ["interface"] : ["interface", "content"];
  return { order: "export", locale, to, format, parts: only === undefined ? all : [only] };
}
