import { expect, test } from "vitest";
import { UpdateFilterForm } from "~/components/update-filter-form";
import { listUpdateChoices } from "~/domain/updates/list-update-choices.server";
import { locales } from "~/i18n/locales";
import { loader } from "~/routes/$locale.updates._index";
import { withContext } from "../support/database";
import { loaderArguments, pageOf } from "../support/route-page";

test.each([
  ["?page=2", ""],
  ["?page=9999&type=guide&region=001", "?type=guide&region=001"],
  ["?page=2&type=event&principle=civil-rights", "?type=event&principle=civil-rights"],
])("behind the last page, %s leads back to it", (query, target) =>
  withContext(async (ctx) => {
    const answer = await loader(loaderArguments(ctx, `/en/updates${query}`, {})).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect(answer).toMatchObject({ status: 302 });
    if (answer instanceof Response) expect(answer.headers.get("location")).toBe(`/en/updates${target}`);
  })(),
);

test(
  "the world is called by a word of its own in every language",
  withContext(async (ctx) => {
    for (const locale of locales) {
      const choices = await listUpdateChoices(ctx, locale);
      const chosen = { type: null, principle: null, region: "001", page: 1 };
      const html = pageOf(UpdateFilterForm, { choices, chosen }, locale);
      const name = /<option value="001" selected="">([^<]+)</.exec(html)?.[1] ?? "";
      const listed = new Intl.DisplayNames(locale, { type: "region" }).of("001");
      expect(name, locale).not.toBe("");
      if (locale === "en") expect([name, listed]).toEqual(["Worldwide", "world"]);
    }
  }),
);
