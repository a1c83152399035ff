import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportContent, importContent } from "~/commands/content-files";
import { joinFiles, readTranslationFile } from "~/commands/translation-files";
import { writeContentJson } from "~/commands/write-exports";
import { approve } from "~/domain/content/approve.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import type { UnitFile } from "~/domain/translations/units";
import { readXliff, writeXliff } from "~/domain/translations/xliff";
import { principleTranslations } from "~db/schema/principles";
import { updateTranslations } from "~db/schema/updates";
import { type TestContext, withContext } from "../../support/database";
import { ada, grace, newestOf, principle, versionsOf } from "../content/people";

/** An article that is in English only. */
const brief = "update/sample-three-changes-2024";
const principleFile = `${principle.kind}/${principle.key}`;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "translations-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a translator gets, through a file. */
async function throughAFile(ctx: TestContext, locale: string, only?: string, sourceLanguage = "en") {
  const files = (await exportContent(ctx, locale)).get(sourceLanguage) ?? [];
  const xml = await writeXliff({
    sourceLanguage,
    targetLanguage: locale,
    files: files.filter(({ name }) => only === undefined || name === only),
  });
  return readXliff(xml).files;
}

/** The same files with other targets. */
function translated(files: readonly UnitFile[], target: (source: string, key: string) => string | null): UnitFile[] {
  return files.map((file) => ({
    ...file,
    units: new Map([...file.units].map(([key, unit]) => [key, { ...unit, target: target(unit.source ?? "", key) }])),
  }));
}

async function bringIn(ctx: TestContext, files: readonly UnitFile[], locale = "es", isMachineDraft = false) {
  const plan = await importContent(ctx, { locale, files, by: "Ana", isMachineDraft });
  expect(plan.faults).toEqual([]);
  await ctx.db.transaction((db) => plan.save({ ...ctx, db }));
  return plan;
}

/** Ada writes, Grace approves and publishes. */
async function bringOut(ctx: TestContext, text: { kind: string; key: string }, locale: string, fields: unknown) {
  const saved = await saveDraft(ctx, ada, { ...text, locale, fields, basedOn: await newestOf(ctx, text, locale) });
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  const name = { ...text, locale, number: saved.number };
  await submitForReview(ctx, ada, name);
  await approve(ctx, grace, name);
  expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });
}

const words = (title: string) => ({ title, short: `${title}, in short`, long: `${title}, at length` });

test(
  "content goes to a translator's file and back without a change, in the order of the page",
  withContext(async (ctx) => {
    for (const locale of ["es", "ar", "zh-Hant"]) {
      const files = await throughAFile(ctx, locale);
      expect(files.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["campaign/privacy-for-all", "petition/privacy-for-all", principleFile, brief]),
      );
      const { changes, confirmed, faults, count } = await importContent(ctx, { locale, files, by: "Ana" });
      expect({ changes, confirmed, faults, count }).toEqual({ changes: [], confirmed: [], faults: [], count: 0 });
    }
    const [article] = await throughAFile(ctx, "es", brief);
    expect([...(article?.units.keys() ?? [])].slice(0, 3)).toEqual(["title", "dek", "body"]);
  }),
);

test(
  "a translated article becomes a draft that no reader sees, and the same import again changes nothing",
  withContext(async (ctx) => {
    const files = translated(await throughAFile(ctx, "es", brief), (source) => `ES ${source}`);
    expect(await bringIn(ctx, files)).toMatchObject({ count: 1 });
    expect(await bringIn(ctx, files)).toMatchObject({ count: 0, changes: [] });

    const article = { kind: "update", key: "sample-three-changes-2024" };
    const drafts = await versionsOf(ctx, article, "es");
    expect(drafts).toMatchObject([{ state: "draft", writtenBy: "Ana", sourceNumber: 1, isMachineDraft: false }]);
    const shown = and(eq(updateTranslations.slug, article.key), eq(updateTranslations.locale, "es"));
    expect(await ctx.db.select().from(updateTranslations).where(shown)).toEqual([]);

    const other = translated(await throughAFile(ctx, "es", brief), (source) => `MÁQUINA ${source}`);
    await bringIn(ctx, other, "es", true);
    expect((await versionsOf(ctx, article, "es")).at(-1)).toMatchObject({ isMachineDraft: true });
  }),
);

test(
  "half a translation, an unknown text or item, and all that the rules of content refuse, are refused in words",
  withContext(async (ctx) => {
    const all = await throughAFile(ctx, "es");
    const faultsOf = async (name: string, target: (source: string, key: string) => string | null) => {
      const files = translated(
        all.filter((file) => file.name === name),
        target,
      );
      const { faults, count } = await importContent(ctx, { locale: "es", files, by: "Ana" });
      expect(count).toBe(0);
      return faults.join("\n");
    };
    expect(await faultsOf(brief, (_, key) => (key === "title" ? "Informe" : null))).toContain(
      `es/${brief}: dek is not translated`,
    );
    expect(
      await faultsOf("petition/privacy-for-all", (_, key) => (key === "share.message" ? "Sin" : "Con {{url}}")),
    ).toContain("es/petition/privacy-for-all: share.message: must hold these placeholders: {{url}}");
    expect(await faultsOf(brief, (_, key) => (key === "body" ? "[a](javascript:b)" : "x"))).toBe(
      `es/${brief}: body: the link javascript:b leads neither to the web nor to mail nor to our pages`,
    );
    expect(await faultsOf(brief, (_, key) => (key === "title" ? "a\u0007" : "x"))).toContain(
      "title: holds a character",
    );
    const none = [{ name: "update/none", madeFrom: "0", units: new Map([["title", { source: "x", target: "x" }]]) }];
    expect((await importContent(ctx, { locale: "es", files: none, by: "Ana" })).faults).toEqual([
      "es/update/none: there is no such item to translate into es",
    ]);
  }),
);

describe("the source", () => {
  test(
    "that was changed after the export makes the translation one of the former words",
    withContext(async (ctx) => {
      const files = await throughAFile(ctx, "es", principleFile);
      await bringOut(ctx, principle, "en", words("Less data"));
      await bringIn(
        ctx,
        translated(files, (_, key) => `Nuevo ${key}`),
      );
      expect((await versionsOf(ctx, principle, "es")).at(-1)).toMatchObject({ number: 2, sourceNumber: 1 });
      const name = { ...principle, locale: "es", number: 2 };
      await submitForReview(ctx, { ...ada, name: "Ana" }, name);
      await approve(ctx, grace, name);
      await publish(ctx, grace, name);
      const shown = and(eq(principleTranslations.slug, principle.key), eq(principleTranslations.locale, "es"));
      expect(await ctx.db.select().from(principleTranslations).where(shown)).toMatchObject([
        { title: "Nuevo title", isStale: true },
      ]);
    }),
  );

  test(
    "that never was is refused, and so is a mixture of two",
    withContext(async (ctx) => {
      const [file] = translated(await throughAFile(ctx, "es", principleFile), (_, key) => `Nuevo ${key}`);
      if (!file) throw new Error("There is no such file.");
      await bringOut(ctx, principle, "en", words("Less data"));
      for (const title of ["Made up", "Less data"]) {
        const units = new Map(file.units).set("title", { source: title, target: "Menos" });
        const { faults } = await importContent(ctx, { locale: "es", files: [{ ...file, units }], by: "Ana" });
        expect(faults.join()).toMatch(/was translated from words that its source never had: “.+”\. Export anew\./);
      }
    }),
  );

  test(
    "in another language than English is exported as that, also into English",
    withContext(async (ctx) => {
      const bySource = await exportContent(ctx, "en");
      expect([...bySource.keys()]).not.toContain("en");
      expect(bySource.get("es")?.map(({ name }) => name)).toContain("petition/escuelas-sin-rastreo");
      const action = { kind: "partner_action", key: "auskunft-woche" };
      const files = await throughAFile(ctx, "en", "partner_action/auskunft-woche", "de");
      await bringIn(
        ctx,
        translated(files, (_, key) => `English ${key}`),
        "en",
      );
      expect((await versionsOf(ctx, action, "en")).at(-1)).toMatchObject({
        state: "draft",
        fields: { title: "English title" },
      });
    }),
  );
});

test(
  "an old file never overwrites what was written since, and stands in nobody's way where it changes nothing",
  withContext(async (ctx) => {
    const files = await throughAFile(ctx, "es");
    const mine = files.filter(({ name }) => name === principleFile);
    await bringOut(ctx, principle, "es", words("Menos datos"));
    const changed = translated(mine, (_, key) => `Viejo ${key}`);
    const { faults, count } = await importContent(ctx, { locale: "es", files: changed, by: "Ana" });
    expect([faults, count]).toEqual([
      [`es/${principleFile}: Ada saved version 2 after this file was made. Export anew.`],
      0,
    ]);
    expect(await bringIn(ctx, files), "a file of everything, in which this text was not touched").toMatchObject({
      count: 0,
    });
    const unmarked = changed.map(({ name, units }) => ({ name, units }));
    expect((await importContent(ctx, { locale: "es", files: unmarked, by: "Ana" })).faults).toEqual([
      `es/${principleFile}: the file does not say which version it was made from. Export anew.`,
    ]);

    // One's own draft is edited under the same number.
    const first = await throughAFile(ctx, "es", principleFile);
    await bringIn(
      ctx,
      translated(first, (_, key) => `Uno ${key}`),
    );
    const second = await throughAFile(ctx, "es", principleFile);
    await bringIn(
      ctx,
      translated(second, (_, key) => `Dos ${key}`),
    );
    const late = translated(second, (_, key) => `Tarde ${key}`);
    expect((await importContent(ctx, { locale: "es", files: late, by: "Ana" })).faults).toHaveLength(1);
    expect((await versionsOf(ctx, principle, "es")).at(-1)?.fields).toMatchObject({ title: "Dos title" });
  }),
);

test(
  "a translation that lags behind its source is shown as such, and is right again once its translator says so",
  withContext(async (ctx) => {
    const [before] = await versionsOf(ctx, principle, "en");
    await bringOut(ctx, principle, "en", { ...Object(before?.fields), title: "Less data" });
    const [file] = await throughAFile(ctx, "es", principleFile);
    if (!file) throw new Error("There is no such file.");
    expect([...file.units].filter(([, { target }]) => target === null).map(([key]) => key)).toEqual(["title"]);
    expect(await bringIn(ctx, [file]), "nothing was said of it").toMatchObject({ count: 0, confirmed: [] });
    const short = new Map(file.units).set("short", { source: file.units.get("short")?.source ?? "", target: "Breve" });
    expect((await importContent(ctx, { locale: "es", files: [{ ...file, units: short }], by: "Ana" })).faults).toEqual([
      `es/${principleFile}: the source of title was changed, and the file does not say it anew`,
    ]);

    const [own] = await versionsOf(ctx, principle, "es");
    const title = String(Object(own?.fields).title);
    const units = new Map(file.units).set("title", { source: "Less data", target: title });
    expect(await bringIn(ctx, [{ ...file, units }])).toMatchObject({
      changes: [],
      confirmed: [`es/${principleFile}: is still right for version 2 of its source.`],
      count: 1,
    });
    expect((await versionsOf(ctx, principle, "es")).at(-1)).toMatchObject({
      number: 2,
      sourceNumber: 2,
      fields: own?.fields,
    });
    expect(await bringIn(ctx, [{ ...file, units }])).toMatchObject({ count: 0 });
  }),
);

test(
  "a source that went back to its earlier words leaves its translations right",
  withContext(async (ctx) => {
    const [before] = await versionsOf(ctx, principle, "en");
    await bringOut(ctx, principle, "en", words("Less data"));
    await bringOut(ctx, principle, "en", before?.fields);
    const [file] = await throughAFile(ctx, "es", principleFile);
    expect([...(file?.units.values() ?? [])].every(({ target, note }) => target !== null && note === undefined)).toBe(
      true,
    );
  }),
);

test(
  "a demand that is put in between leaves the others their translations",
  withContext(async (ctx) => {
    const petition = { kind: "petition", key: "privacy-for-all" };
    const [english] = await versionsOf(ctx, petition, "en");
    const [spanish] = await versionsOf(ctx, petition, "es");
    const { demands } = Object(english?.fields);
    await bringOut(ctx, petition, "en", { ...Object(english?.fields), demands: ["A new demand.", ...demands] });
    const [file] = await throughAFile(ctx, "es", "petition/privacy-for-all");
    const targets = [...(file?.units ?? [])].filter(([key]) => key.startsWith("demands."));
    expect(targets.map(([, { target }]) => target)).toEqual([null, ...Object(spanish?.fields).demands]);
    const units = new Map(file?.units).set("demands.0", { source: "A new demand.", target: "Una nueva." });
    await bringIn(ctx, file ? [{ ...file, units }] : []);
    expect((await versionsOf(ctx, petition, "es")).at(-1)?.fields).toMatchObject({
      demands: ["Una nueva.", ...Object(spanish?.fields).demands],
    });
  }),
);

test(
  "all drafts are saved or none",
  withContext(async (ctx) => {
    const names = [principleFile, "principle/civil-rights"];
    const files = (await throughAFile(ctx, "es")).filter(({ name }) => names.includes(name));
    const plan = await importContent(ctx, {
      ...{ locale: "es", by: "Ana" },
      files: translated(files, (_, key) => `Nuevo ${key}`).reverse(),
    });
    expect(plan).toMatchObject({ faults: [], count: 2 });
    await bringOut(ctx, principle, "es", words("Entretanto"));
    await expect(ctx.db.transaction((db) => plan.save({ ...ctx, db }))).rejects.toThrow("Ada saved version 2 since");
    for (const key of [principle.key, "civil-rights"]) {
      const writers = (await versionsOf(ctx, { kind: "principle", key }, "es")).map(({ writtenBy }) => writtenBy);
      expect(writers).not.toContain("Ana");
    }
  }),
);

test(
  "content goes to files of JSON and back, with the source beside it and the versions that it was made from",
  withContext(async (ctx) => {
    const files = (await exportContent(ctx, "es")).get("en") ?? [];
    writeContentJson(folder, "es", "en", files);
    const [kind = "", key = ""] = principleFile.split("/");
    const file = path.join(folder, "es", "content", kind, `${key}.json`);
    const source: unknown = JSON.parse(readFileSync(path.join(folder, "en", "content", kind, `${key}.json`), "utf8"));
    expect(Object.keys(Object(source))).toEqual(["title", "short", "long"]);
    const read = () =>
      joinFiles([file, path.join(folder, "es/content/petition/privacy-for-all.json")].map(readTranslationFile));
    const [unchanged] = read();
    expect(unchanged?.locale).toBe("es");
    expect(await bringIn(ctx, unchanged?.content ?? [])).toMatchObject({ changes: [], count: 0 });

    const target: unknown = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...Object(target), title: "Menos datos" }));
    await bringOut(ctx, principle, "en", words("Less data"));
    const [changed] = read();
    expect(await bringIn(ctx, changed?.content ?? [])).toMatchObject({ changes: [{ key: "title" }], count: 1 });
    expect((await versionsOf(ctx, principle, "es")).at(-1)).toMatchObject({ sourceNumber: 1 });

    const stale = (await exportContent(ctx, "ar")).get("en") ?? [];
    writeContentJson(folder, "ar", "en", stale);
    const arabic: unknown = JSON.parse(readFileSync(path.join(folder, "ar", "content", kind, `${key}.json`), "utf8"));
    expect(arabic, "what was made from earlier words is to be said anew").toEqual({ title: "", short: "", long: "" });
    rmSync(path.join(folder, "es/content/versions.json"));
    writeFileSync(file, JSON.stringify({ ...Object(target), title: "Otro" }));
    const [alone] = read();
    const { faults } = await importContent(ctx, { locale: "es", files: alone?.content ?? [], by: "Ana" });
    expect(faults.join()).toContain("does not say which version it was made from");
  }),
);

test.each([
  ["broken.json", "{"],
  ["list.json", "[]"],
  ["none.xliff", "hello"],
])("%s is refused by its name", (name, text) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  expect(() => readTranslationFile(file)).toThrow(name);
  expect(() => readTranslationFile(path.join(folder, "missing.json"))).toThrow("missing.json");
});

test("one part in two files is refused", () => {
  const file = { locale: "es", words: new Map([["site.json", new Map()]]), content: [] };
  expect(() => joinFiles([file, file])).toThrow("es/site.json is in two of the files");
  expect(joinFiles([file, { ...file, locale: "fr" }])).toHaveLength(2);
});
