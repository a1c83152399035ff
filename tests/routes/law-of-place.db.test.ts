import { expect, test } from "vitest";
import { PrinciplePage } from "~/components/principle-page";
import { TakeAction } from "~/components/take-action";
import { isLocale, locales } from "~/i18n/locales";
import { loader as takeActionLoader } from "~/routes/$locale.campaigns.$campaign_.take-action";
import { loader as principleLoader } from "~/routes/$locale.principles.$principle";
import { textOf } from "../http/page-text";
import { wordsIn } from "../journeys/words";
import { type TestContext, withContext } from "../support/database";
import { loaderArguments, pageOf } from "../support/route-page";

async function principleIn(ctx: TestContext, locale: string, principle: string, query: string): Promise<string> {
  const asked = loaderArguments(ctx, `/${locale}/principles/${principle}${query}`, { principle });
  return pageOf(PrinciplePage, await principleLoader(asked), locale);
}

async function takeActionIn(ctx: TestContext, locale: string, query: string): Promise<string> {
  const campaign = "privacy-for-all";
  const asked = loaderArguments(ctx, `/${locale}/campaigns/${campaign}/take-action${query}`, { campaign });
  return pageOf(TakeAction, await takeActionLoader(asked), locale);
}

test.each([
  ["data-rights", "?country=DE", "within one month and free of charge", "{15}, {16}, {17}, {18}, and {20}"],
  ["no-deceptive-design", "?country=fr", "withdrawing it must be as easy as giving it", "{4(11)} and {7}"],
  ["data-rights", "?country=US&region=US-CA", "due within 45 days", "{1798.105}"],
  ["browser-opt-out-signals", "?country=us&region=us-ca", "a signal such as Global Privacy Control", "{1798.135}"],
])("%s with %s says in a sentence what the law says, and where it stands: %s", (principle, query, says, list) =>
  withContext(async (ctx) => {
    const text = textOf(await principleIn(ctx, "en", principle, query));
    expect(text).toContain(says);
    expect(text).toContain(list.replaceAll("{", "\u2066").replaceAll("}", "\u2069"));
    expect(text).toContain("as of November 2026.");
  })(),
);

test.each([
  [
    "?country=KE",
    "What it says on this principle we have not checked yet.",
    "from a public directory of March 30, 2026.",
  ],
  ["?country=US", "The United States has no federal law", "In which state do you live?"],
  ["?country=US&region=US-VA", "Virginia\u2069 has enacted a comprehensive privacy law.", "as of June 2026."],
  ["?country=US&region=US-OK", "It applies from January 1, 2027.", "we have not checked yet."],
  ["?country=US&region=US-FL", "Florida\u2069 has a privacy law that covers few companies.", "as of June 2026."],
  ["?country=US&region=US-NY", "New York\u2069 has no comprehensive privacy law yet.", "as of June 2026."],
  ["?country=ZM", "We have not checked the law of Zambia yet.", "This is orientation"],
])("%s says honestly what is known, and of when", (query, ...said) =>
  withContext(async (ctx) => {
    const text = textOf(await principleIn(ctx, "en", "data-rights", query));
    for (const words of said) expect(text).toContain(words);
  })(),
);

test(
  "in the United States the state is chosen without script, and goes along to all its actions",
  withContext(async (ctx) => {
    const html = await principleIn(ctx, "en", "data-rights", "?country=US&region=US-CA");
    expect(html).toMatch(
      /<form method="get" action="\/en\/principles\/data-rights#law"[^>]*><input type="hidden" name="country" value="US"/,
    );
    expect(html.match(/<option value="US-[A-Z]{2}"/g)).toHaveLength(51);
    expect(html).toContain('<option value="US-CA" lang="en" dir="ltr" selected="">California</option>');
    expect(html).toContain("/take-action?country=US&amp;region=US-CA");
    expect(html).toContain("Federal Trade Commission (FTC)");
  }),
);

test.each(["%00", "QQ", "US%00&region=%00", "ZZ"])("a country that is none is no choice: %s", (country) =>
  withContext(async (ctx) => {
    const text = textOf(await principleIn(ctx, "en", "data-rights", `?country=${country}`));
    expect(text).toContain("Choose a country or territory to see its law");
  })(),
);

test(
  "the law of the European Union has its own name in every language, on both pages",
  withContext(async (ctx) => {
    for (const locale of locales.filter(isLocale)) {
      const name = wordsIn(locale)("principles:law.gdpr");
      const pages = [
        await principleIn(ctx, locale, "data-rights", "?country=AT"),
        await takeActionIn(ctx, locale, "?country=AT"),
      ];
      for (const html of pages) {
        expect(textOf(html), locale).toContain(name);
        expect(html.includes("General Data Protection Regulation"), locale).toBe(locale === "en");
      }
    }
  }),
);

test(
  "the day of the directory stands with every authority",
  withContext(async (ctx) => {
    for (const html of [
      await takeActionIn(ctx, "en", "?country=KE"),
      await principleIn(ctx, "en", "data-rights", "?country=US"),
    ]) {
      expect(textOf(html)).toContain("From a public directory of March 30, 2026.");
    }
  }),
);
