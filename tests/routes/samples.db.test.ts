import { expect, test } from "vitest";
import { Article } from "~/components/article";
import { textsIn } from "~/domain/content/text-fields";
import { getUpdate } from "~/domain/updates/get-update.server";
import { textDirection } from "~/i18n/text-direction";
import { loader } from "~/routes/$locale.updates.$update";
import { updates, updateTypes } from "~db/schema/updates";
import { textOf } from "../http/page-text";
import { type TestContext, withContext } from "../support/database";
import { loaderArguments, pageOf } from "../support/route-page";

/** Everything that a text says, sentence by sentence, as far as it is longer than a name. */
function sentences(text: unknown): string[] {
  return textsIn(text).flatMap((field) => field.text.split(/[.!?؟。।۔]/).filter((part) => part.split(" ").length > 3));
}

async function articleIn(ctx: TestContext, locale: string, update: string): Promise<string> {
  const asked = loaderArguments(ctx, `/${locale}/updates/${update}`, { update });
  return pageOf(Article, await loader(asked), locale);
}

test(
  "there is a sample of each type, and each says until when its facts are true",
  withContext(async (ctx) => {
    const samples = await ctx.db.select().from(updates);
    expect(samples.map(({ type }) => type).sort()).toEqual([...updateTypes].sort());
    for (const { slug, isSample } of samples) {
      expect(isSample).toBe(true);
      expect(textOf(await articleIn(ctx, "en", slug)), slug).toMatch(/Facts as of [A-Z][a-z]+ \d+, 202\d/);
    }
  }),
);

test.each([
  ["sample-draft-federal-privacy-bill", "Bills", "American Privacy Rights Act (United States): discussion draft"],
  ["sample-draft-federal-privacy-bill", "Sources", "House Committee on Energy and Commerce"],
  ["sample-floor-or-ceiling", "Questions and answers", "Does a floor mean fifty different laws?"],
  ["sample-reading-chatbot-notices", "Corrections", "July 2, 2024 : Sample correction"],
  ["sample-reading-chatbot-notices", "Summary", "Two readers answer five fixed questions"],
  ["sample-reading-chatbot-notices", "Ethics", "No people take part"],
  ["sample-reading-chatbot-notices", "AI helped with this article.", "A language model suggested the summary"],
  ["sample-reading-chatbot-notices", "Licence:", "CC-BY-4.0"],
  ["sample-guide-smart-lamp", "Verdict", "A good lamp with a curious app."],
  ["sample-guide-smart-lamp", "What the maker says", "“Our next notice will name every partner"],
  ["sample-partner-workshop-kisumu", "Where", "Kisumu, Kenya"],
  ["sample-three-changes-2024", "What we recommend", "Keep an authority independent"],
  ["sample-three-changes-2024", "Bills", "Ley 21.719 (Chile): published"],
  ["sample-evening-on-data-rights", "When", "Tuesday, January 28, 2025 at 6:00 PM (Africa/Nairobi)"],
  ["sample-evening-on-data-rights", "Where", "Kisumu, Kenya, and online"],
])("%s shows “%s”: %s", (slug, label, words) =>
  withContext(async (ctx) => {
    const text = textOf(await articleIn(ctx, "en", slug));
    expect(text).toContain(label);
    expect(text.slice(text.indexOf(label))).toContain(words);
  })(),
);

test.each(["es", "ar", "ur", "hi", "zh-Hant"] as const)(
  "an explainer and a guide are there in %s: in its own words, all parts of them, as a machine's draft",
  (locale) =>
    withContext(async (ctx) => {
      for (const slug of ["sample-floor-or-ceiling", "sample-guide-smart-lamp"]) {
        const { text, facts } = await getUpdate(ctx, slug, locale);
        const english = (await getUpdate(ctx, slug, "en")).text;
        expect(text).toMatchObject({ locale, dir: textDirection(locale), status: "machine_draft" });
        expect(text.picture === null).toBe(english.picture === null);
        expect(text.words.questions?.length).toBe(english.words.questions?.length);
        const criteria = text.words.review?.criteria.map(({ id }) => id);
        expect(criteria).toEqual(english.words.review?.criteria.map(({ id }) => id));
        expect(Object.keys(facts.review?.results ?? {}).sort()).toEqual((criteria ?? []).sort());

        const html = await articleIn(ctx, locale, slug);
        expect(textOf(html), "Every mark of Markdown was read.").not.toMatch(/[*_`]/);
        expect(html).not.toContain('lang="en"');
        const theirs = new Set(sentences(english));
        expect(sentences(text).filter((sentence) => theirs.has(sentence))).toEqual([]);
      }
    })(),
);

test(
  "the guide has a picture of our own, with words for those who do not see it",
  withContext(async (ctx) => {
    const html = await articleIn(ctx, "en", "sample-guide-smart-lamp");
    expect(html).toMatch(/<source type="image\/avif" srcSet="\/pictures\/[0-9a-f]{32}\/480.avif 480w, [^"]*960w"/);
    expect(html).toMatch(/<img src="\/pictures\/[^"]+" alt="A drawing: a table lamp[^"]+" width="960" height="540"/);
  }),
);
