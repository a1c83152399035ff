import { defaultLocale } from "~/i18n/locales";
import { exportContent } from "./content-files";
import { importTranslations } from "./import-translations";
import { exportInterface } from "./interface-files";
import { commandWithoutDatabase, withDatabase } from "./staff-command";
import { type Arguments, readArguments } from "./translations-arguments";
import { writeContentJson, writeInterfaceJson, writeXliffFile } from "./write-exports";

/** Takes texts to translators' tools and back. */
await commandWithoutDatabase(readArguments, (typed) =>
  typed.order === "export" ? exportTranslations(typed) : importTranslations(typed),
);

async function exportTranslations({
  locale,
  to,
  format,
  parts,
}: Extract<Arguments, { order: "export" }>): Promise<void> {
  if (parts.includes("interface")) {
    const files = exportInterface(locale);
    const written =
      format === "json"
        ? writeInterfaceJson(to, locale)
        : await writeXliffFile({ to, part: "interface", sourceLanguage: defaultLocale, targetLanguage: locale, files });
    console.log(written);
  }
  if (parts.includes("content")) {
    for (const [source, files] of await withDatabase(({ ctx }) => exportContent(ctx, locale))) {
      const written =
        format === "json"
          ? writeContentJson(to, locale, source, files)
          : await writeXliffFile({ to, part: "content", sourceLanguage: source, targetLanguage: locale, files });
      console.log(written);
    }
  }
}
