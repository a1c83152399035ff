import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { exportContent, importContent } from "~/commands/content-files";
import { readXliff, writeXliff } from "~/domain/translations/xliff";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import { updateTranslations } from "~db/schema/updates";
import { type TestContext, withContext } from "../../support/database";

const guide = "update/sample-guide-smart-lamp";

async function throughAFile(ctx: TestContext, locale: string) {
  const files = await exportContent(ctx, locale);
  return readXliff(await writeXliff({ sourceLanguage: "en", targetLanguage: locale, files }));
}

test(
  "content goes to a translator's file and back without a change",
  withContext(async (ctx) => {
    const { files } = await throughAFile(ctx, "es");
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["campaign/privacy-for-all", "petition/privacy-for-all", "principle/data-rights", guide]),
    );
    const { changes, faults } = await importContent(ctx, { locale: "es", files, by: "Ana" });
    expect({ changes, faults }).toEqual({ changes: [], faults: [] });
  }),
);

test(
  "a translated article becomes a draft that no reader sees, and the same import again changes nothing",
  withContext(async (ctx) => {
    const { files } = await throughAFile(ctx, "fr");
    const translated = files
      .filter(({ name }) => name === guide)
      .map(({ name, units }) => ({
        name,
        units: new Map([...units].map(([key, unit]) => [key, { ...unit, target: `FR ${unit.source}` }])),
      }));

    const first = await importContent(ctx, { locale: "fr", files: translated, by: "Ana" });
    expect(first.faults).toEqual([]);
    expect(await first.save()).toBe(1);
    const again = await importContent(ctx, { locale: "fr", files: translated, by: "Ana" });
    expect(again.changes).toEqual([]);

    const drafts = await ctx.db
      .select({ state: contentRevisions.state, by: contentRevisions.writtenBy, source: contentRevisions.sourceNumber })
      .from(contentRevisions)
      .innerJoin(contentItems, eq(contentItems.id, contentRevisions.itemId))
      .where(and(eq(contentItems.key, "sample-guide-smart-lamp"), eq(contentRevisions.locale, "fr")));
    expect(drafts).toEqual([{ state: "draft", by: "Ana", source: 1 }]);
    const shown = await ctx.db.select().from(updateTranslations).where(eq(updateTranslations.locale, "fr"));
    expect(shown).toEqual([]);
  }),
);

test(
  "half a translation, another placeholder, an unknown text or item are refused in words",
  withContext(async (ctx) => {
    const petition = { source: "x", target: "x" };
    const files = [
      { name: guide, units: new Map([["title", { source: "x", target: "Guide" }]]) },
      { name: "petition/privacy-for-all", units: new Map([["share.message", { source: "x", target: "Sans lien" }]]) },
      { name: "principle/data-rights", units: new Map([["other", petition]]) },
      { name: "update/no-such-article", units: new Map([["title", petition]]) },
    ];

    const { faults } = await importContent(ctx, { locale: "fr", files, by: "Ana" });

    const text = faults.join("\n");
    expect(text).toContain(`fr/${guide}: dek is not translated`);
    expect(text).toContain(
      "fr/petition/privacy-for-all: share.message must have the placeholders of the source: {{url}}",
    );
    expect(text).toContain("fr/principle/data-rights: other is not in the source");
    expect(text).toContain("fr/update/no-such-article: there is no such item to translate into fr");
  }),
);
