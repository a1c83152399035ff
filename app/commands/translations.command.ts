import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { changeInWords, type TextChange } from "~/domain/translations/difference";
import { readXliff, writeXliff } from "~/domain/translations/xliff";
import { defaultLocale } from "~/i18n/locales";
import { exportContent, importContent } from "./content-files";
import { exportInterface, INTERFACE, importInterface, interfaceAsJson, readTranslatedJson } from "./interface-files";
import { markReviewed } from "./mark-reviewed";
import { staffCommand, UsageError } from "./staff-command";
import { type Arguments, readArguments, translatable } from "./translations-arguments";

/** Takes texts to translators' tools and back. */
await staffCommand(readArguments, async ({ ctx }, typed) => {
  if (typed.order === "export") return exportTo(typed, () => exportContent(ctx, typed.locale));
  for (const file of typed.files) await importFile(ctx, typed, file);
});

async function exportTo(
  { locale, to, format, parts }: Extract<Arguments, { order: "export" }>,
  content: () => ReturnType<typeof exportContent>,
) {
  mkdirSync(to, { recursive: true });
  if (format === "json") {
    mkdirSync(path.join(to, locale), { recursive: true });
    for (const { name, words } of interfaceAsJson(locale)) {
      writeFileSync(path.join(to, locale, name), `${JSON.stringify(words, null, 2)}\n`);
    }
    return console.log(`Written: ${path.join(to, locale)}.`);
  }
  for (const part of parts) {
    const files = part === "interface" ? exportInterface(locale) : await content();
    const file = path.join(to, `${part}.${locale}.xliff`);
    writeFileSync(file, await writeXliff({ sourceLanguage: defaultLocale, targetLanguage: locale, files }));
    const units = files.flatMap((one) => [...one.units.values()]);
    const open = units.filter(({ target }) => target === null).length;
    console.log(`Written: ${file}, ${units.length} texts, ${open} of them not translated.`);
  }
}

type Import = Extract<Arguments, { order: "import" }>;

async function importFile(ctx: Parameters<typeof importContent>[0], typed: Import, file: string) {
  const { locale, words, content } = await readTranslations(file);
  if (!translatable.includes(locale)) {
    throw new UsageError(`${file} is in “${locale}”, which is none of ${translatable.join(", ")}.`);
  }
  const own = importInterface(locale, words);
  const drafts = await importContent(ctx, { locale, files: content, by: typed.by });
  const changes = [...own.changes, ...drafts.changes];
  console.log(inWords(file, changes));
  const faults = [...own.faults, ...drafts.faults];
  if (faults.length > 0) throw new UsageError(`Nothing was changed, because of this:\n${faults.join("\n")}`);
  if (typed.isDryRun) return console.log("Nothing was changed: this was a dry run.");
  own.write();
  if (typed.isReviewed) markReviewed(locale, typed.by, ctx.now());
  const saved = await drafts.save();
  if (own.changes.length > 0) console.log("The interface is written to locales/. Build and start anew to show it.");
  if (saved > 0) console.log(`${saved} drafts are saved. Somebody else approves them: npm run content -- list.`);
}

/** Reads a file by its ending: XLIFF, or JSON in a folder that bears the locale's name. */
async function readTranslations(file: string) {
  if (file.endsWith(".json")) {
    const locale = path.basename(path.dirname(path.resolve(file)));
    return { locale, words: new Map([[path.basename(file), readTranslatedJson(file)]]), content: [] };
  }
  const { targetLanguage, files } = await readXliff(readFileSync(file, "utf8"));
  const words = files.filter(({ name }) => name.startsWith(INTERFACE));
  return {
    locale: targetLanguage,
    words: new Map(words.map(({ name, units }) => [`${name.slice(INTERFACE.length)}.json`, translated(units)])),
    content: files.filter(({ name }) => !name.startsWith(INTERFACE)),
  };
}

function translated(units: ReadonlyMap<string, { target: string | null }>): ReadonlyMap<string, string> {
  return new Map([...units].flatMap(([key, { target }]) => (target === null ? [] : [[key, target] as const])));
}

function inWords(file: string, changes: readonly TextChange[]): string {
  if (changes.length === 0) return `${file}: nothing is new.`;
  return `${file}: ${changes.length} texts\n${changes.map(changeInWords).join("\n")}`;
}
