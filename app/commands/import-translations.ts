import { fileURLToPath } from "node:url";
import type { Context } from "~/domain/context";
import { changeInWords } from "~/domain/translations/difference";
import { defaultLocale } from "~/i18n/locales";
import { type ContentImport, importContent } from "./content-files";
import { type InterfaceImport, importInterface, leftOut } from "./interface-files";
import { asMachineDrafted, asReviewed } from "./interface-status";
import { UsageError, withDatabase } from "./staff-command";
import { joinFiles, readTranslationFile, type TranslationFile } from "./translation-files";
import { type Arguments, translatable } from "./translations-arguments";
import { type WrittenFile, writeTogether } from "./write-together";

const folder = fileURLToPath(new URL("../../locales", import.meta.url));

type Import = Extract<Arguments, { order: "import" }>;

/** What the files of one locale would change. */
interface Plan {
  own: InterfaceImport;
  status: WrittenFile[];
  drafts: ContentImport | null;
  faults: string[];
}

/** Plans every file, shows what would change, and then changes all of it or nothing. */
export async function importTranslations(typed: Import): Promise<void> {
  const files = joinFiles(typed.files.map(readTranslationFile));
  for (const { locale, words } of files) {
    if (!translatable.includes(locale) || (locale === defaultLocale && words.size > 0)) {
      throw new UsageError(`There are words in “${locale}”, which is none of ${translatable.join(", ")}.`);
    }
  }
  // The words of the interface are in files: without content no database is needed.
  if (files.every(({ content }) => content.length === 0)) return take(typed, files, null);
  await withDatabase(({ ctx }) => take(typed, files, ctx));
}

async function take(typed: Import, files: readonly TranslationFile[], ctx: Context | null): Promise<void> {
  const plans: Plan[] = [];
  for (const file of files) plans.push(await planOf(typed, file, ctx));
  say(inWords(plans));
  const faults = plans.flatMap((plan) => plan.faults);
  if (faults.length > 0) throw new UsageError(`Nothing was changed, because of this:\n${faults.join("\n")}`);
  if (typed.isDryRun) return say("Nothing was changed: this was a dry run.");

  const written = plans.flatMap(({ own, status }) => [...own.written, ...status]);
  await writeTogether(folder, written, async () => {
    await ctx?.db.transaction(async (db) => {
      for (const { drafts } of plans) await drafts?.save({ ...ctx, db });
    });
  });
  const saved = plans.reduce((sum, { drafts }) => sum + (drafts?.count ?? 0), 0);
  if (written.length > 0) say("The interface is written to locales/. Build and start anew to show it.");
  if (saved > 0) say(`${saved} drafts are saved. Somebody else approves them: npm run content -- list.`);
}

async function planOf(
  { by, isReviewed, isMachine }: Import,
  { locale, words, content }: TranslationFile,
  ctx: Context | null,
): Promise<Plan> {
  const own = importInterface(locale, words);
  const drafts =
    ctx && content.length > 0
      ? await importContent(ctx, { locale, files: content, by, isMachineDraft: isMachine })
      : null;
  const missing = isReviewed ? leftOut(locale, words) : [];
  const status = isReviewed ? [asReviewed(locale, by, new Date())] : [];
  if (isMachine && own.changes.length > 0) status.push(asMachineDrafted(locale));
  return {
    own,
    status,
    drafts,
    faults: [
      ...own.faults,
      ...(drafts?.faults ?? []),
      ...missing.map((what) => `${what}: nobody has read it whom --reviewed could name: the files leave it out`),
    ],
  };
}

function inWords(plans: readonly Plan[]): string {
  const changes = plans.flatMap(({ own, drafts }) => [...own.changes, ...(drafts?.changes ?? [])]);
  const confirmed = plans.flatMap(({ drafts }) => drafts?.confirmed ?? []);
  if (changes.length + confirmed.length === 0) return "Nothing is new.";
  return [`${changes.length} texts`, ...changes.map(changeInWords), ...confirmed].join("\n");
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
