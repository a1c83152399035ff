import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { searchContent } from "~/domain/search/search-content.server";
import { searchDocuments } from "~db/schema/search";
import { indexDocument } from "~db/search/index-document";
import { seedDatabase } from "~db/seed/seed";
import { withContext } from "../../support/database";

const text = { kind: "update", key: "one", publishedAt: new Date("2026-01-01T00:00:00Z") } as const;

test.each([
  ["en", "Brokers must delete what they sold", "deleting broker"],
  ["es", "Las leyes protegen a las personas", "ley persona"],
  ["fr", "Les lois protègent les personnes", "protègent loi"],
  ["de", "Gesetze schützen die Menschen", "Gesetz Mensch"],
  ["pt-BR", "As leis protegem as pessoas", "lei pessoa"],
  ["ar", "قوانين الخصوصية تحمي الناس", "الخُصوصية"],
  ["ur", "رازداری کے قوانین لوگوں کی حفاظت کرتے ہیں", "رازداری قوانین"],
  ["hi", "गोपनीयता के कानूनों की ज़रूरत", "कानून"],
  ["bn", "গোপনীয়তা আইন মানুষকে রক্ষা করে", "আইন গোপনীয়তা"],
  ["sw", "Sheria za faragha hulinda watu", "faragha sheria"],
  ["id", "Undang-undang melindungi data pribadi", "lindung pribadi"],
  ["zh-Hant", "隱私權法律保護每一個人", "隱私 保護"],
])("finds a text in %s by its words, in any form the language's rules know", (locale, words, query) =>
  withContext(async (ctx) => {
    await ctx.db.delete(searchDocuments);
    await indexDocument(ctx.db, { ...text, locale, title: words, text: `${words}.` });

    const { hits } = await searchContent(ctx, query, locale);

    expect(hits.map(({ key }) => key)).toEqual(["one"]);
    expect((await searchContent(ctx, "xylophon 鋼琴 पियानो", locale)).hits).toEqual([]);
  })(),
);

test.each([
  ["fr", "Vos données sont protégées", "donnees protegees"],
  ["fr", "Vos donnees sont protegees", "données protégées"],
  ["fr", "La loi pour les données", "à la donnée"],
  ["es", "La protección de datos", "proteccion"],
  ["pt-BR", "As informações de cada pessoa", "informação"],
  ["pt-BR", "As informações de cada pessoa", "informacoes"],
  ["de", "Ein Gesetz für den Schutz der Schlüssel", "fur schlussel"],
  ["de", "Ein Gesetz zum Schutz", "für schutz"],
  ["ar", "الإعلانات المُوجَّهة والخصوصية", "الاعلانات الموجهه"],
  ["ar", "حق الوصول إلى البيانات", "الي البيانات"],
  ["ur", "رازداری کے قوانین اور کمپنیاں", "رازداري كمپنياں"],
  ["ur", "رازداري كے قوانين", "رازداری قوانین"],
  ["hi", "क़ानून और निजता", "कानून"],
  ["sw", "Café ya faragha", "cafe"],
])("finds a text in %s by words that are typed without their marks: %s", (locale, words, query) =>
  withContext(async (ctx) => {
    await ctx.db.delete(searchDocuments);
    await indexDocument(ctx.db, { ...text, locale, title: words, text: `${words}.` });

    expect((await searchContent(ctx, query, locale)).hits.map(({ key }) => key)).toEqual(["one"]);
    expect((await searchContent(ctx, `${query} xylophon`, locale)).hits).toEqual([]);
  })(),
);

test(
  "a database whose words went in in a way of before gets them anew at the next start",
  withContext(async (ctx) => {
    const donnees = () => searchContent(ctx, "donnees", "fr");
    const asNow = await donnees();
    expect(asNow.hits.length).toBeGreaterThan(3);
    await ctx.db.update(searchDocuments).set({ wordsVersion: 1, document: "" });
    expect((await donnees()).hits).toEqual([]);

    await seedDatabase(ctx.db, ctx.now());
    expect(await donnees()).toEqual(asNow);
  }),
);

test(
  "a title counts more than a text, and the beginning of a word is enough",
  withContext(async (ctx) => {
    await ctx.db.delete(searchDocuments);
    await indexDocument(ctx.db, { ...text, locale: "en", key: "text", title: "Phones", text: "About cameras." });
    await indexDocument(ctx.db, { ...text, locale: "en", key: "title", title: "Cameras", text: "In phones." });

    const { hits } = await searchContent(ctx, "camer", "en");

    expect(hits.map(({ key }) => key)).toEqual(["title", "text"]);
  }),
);

test(
  "what is dated ahead, or in another language, is not found; where the language has nothing, English is",
  withContext(async (ctx) => {
    await ctx.db.delete(searchDocuments);
    const ahead = new Date(ctx.now().getTime() + 1000);
    await indexDocument(ctx.db, { ...text, locale: "en", key: "ahead", title: "Lamp", text: "", publishedAt: ahead });
    await indexDocument(ctx.db, { ...text, locale: "es", key: "es", title: "Lamp", text: "" });
    expect((await searchContent(ctx, "lamp", "en")).hits).toEqual([]);

    await indexDocument(ctx.db, { ...text, locale: "en", key: "en", title: "Lamp", text: "" });
    expect((await searchContent(ctx, "lamp", "ar")).hits).toMatchObject([{ key: "en", locale: "en", dir: "ltr" }]);
  }),
);

test.each([
  "",
  " ",
  "the and",
  "'",
  "\\",
  "& | ! ( ) :*",
  "a\0b",
  "<script>",
  "x".repeat(5000),
  "%_",
  "🦉",
  "'':* & ''",
])("%j does no harm", (query) =>
  withContext(async (ctx) => {
    for (const locale of ["en", "hi", "zh-Hant", "sw"]) await searchContent(ctx, query, locale);
  })(),
);

test(
  "everything that came with the product can be found",
  withContext(async (ctx) => {
    const { hits } = await searchContent(ctx, "torch app contacts", "en");
    expect(hits.map(({ kind, key }) => `${kind} ${key}`)).toContain("principle data-minimization");

    const all = await ctx.db.select().from(searchDocuments).where(eq(searchDocuments.kind, "update"));
    expect(all.map(({ title }) => title).filter((title) => title.includes("["))).toEqual([]);
  }),
);
