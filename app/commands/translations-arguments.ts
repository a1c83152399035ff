import { parseArgs } from "node:util";
import { defaultLocale, locales, localesInPreparation } from "~/i18n/locales";
import { namedPerson, UsageError } from "./staff-command";

export const usage = `Usage:
  npm run translations -- export --locale LOCALE --to FOLDER [--format xliff|json] [--only interface|content]
  npm run translations -- import FILE… --by YOUR_NAME [--dry-run] [--reviewed | --machine]

“interface” are the words of the product in locales/, “content” what campaigns, petitions, principles, actions and
articles say. XLIFF 1.2 and JSON (i18next) hold both. An import shows what it would change, refuses what the checks
refuse, and changes all of it or nothing. Content comes in as drafts that somebody else approves.
--reviewed: you have read all words of the interface, which the files hold. --machine: a machine translated them.`;

/** Content may be in any language first, also for English; the interface is translated from English. */
export const translatable: readonly string[] = [...locales, ...localesInPreparation].sort();

export type Arguments =
  | { order: "export"; locale: string; to: string; format: "xliff" | "json"; parts: readonly Part[] }
  | { order: "import"; files: string[]; by: string; isDryRun: boolean; isReviewed: boolean; isMachine: boolean };

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
        machine: { type: "boolean", default: false },
      },
    });
    const [order, ...files] = positionals;
    if (order === "export") return readExport(values, files);
    if (order !== "import") throw new Error("Say export or import.");
    if (files.length === 0) throw new Error("Which files?");
    if (values.reviewed && values.machine) throw new Error("Who stands behind the words: a person, or a machine?");
    return {
      order,
      files,
      by: namedPerson(values.by),
      isDryRun: values["dry-run"],
      isReviewed: values.reviewed,
      isMachine: values.machine,
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
  if (!translatable.includes(locale)) {
    throw new Error(
      `Which language? One of ${translatable.join(", ")}; another needs its entry in app/i18n/locales.ts first.`,
    );
  }
  if (to === "") throw new Error("Into which folder?");
  if (format !== "xliff" && format !== "json") throw new Error("The format is xliff or json.");
  if (only !== undefined && only !== "interface" && only !== "content") throw new Error("Only interface, or content?");
  const all: readonly Part[] = locale === defaultLocale ? ["content"] : ["interface", "content"];
  if (only !== undefined && !all.includes(only)) throw new Error(`The interface is translated from ${locale}.`);
  return { order: "export", locale, to, format, parts: only === undefined ? all : [only] };
}
