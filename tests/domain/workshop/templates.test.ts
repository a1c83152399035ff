import { expect, test } from "vitest";
import { textsIn } from "~/domain/content/text-fields";
import { hasBrackets } from "~/domain/workshop/publication-plan.server";
import { suggestSlug } from "~/domain/workshop/suggest-slug";
import { pickTemplate } from "~/domain/workshop/templates/pick-template";
import { templateKeys } from "~/domain/workshop/templates/template";
import { petitionContent } from "~db/schema/content/petition-content";

test.each(templateKeys.flatMap((key) => ["en", "es"].map((locale) => [key, locale] as const)))(
  "the template %s in %s is a whole draft, with something left to fill in",
  (key, locale) => {
    const { text, goal } = pickTemplate(key, locale);
    const petition = petitionContent.parse({ title: "A title", ...text });
    expect(petition.share.message).toContain("{{url}}");
    expect(petition.share.emailBody).toContain("{{url}}");
    expect(textsIn(petition).some(({ text: said }) => hasBrackets(said))).toBe(true);
    expect(goal).toBeGreaterThan(0);
  },
);

test("templates in two languages have the same parts", () => {
  for (const key of templateKeys) {
    const paths = (locale: string) => textsIn(pickTemplate(key, locale).text).map(({ path }) => path);
    expect(paths("es")).toEqual(paths("en"));
  }
  expect(pickTemplate("company", "sw")).toEqual(pickTemplate("company", "en"));
});

test.each([
  ["Cafés sin rastreo", "cafes-sin-rastreo"],
  ["  Mikopo, bila kupekua!  ", "mikopo-bila-kupekua"],
  ["साफ़ सूचना", "साफ़-सूचना".normalize("NFC")],
  ["تطبيقات بلا تتبع", "تطبيقات-بلا-تتبع"],
  ["!!!", ""],
  ["word ".repeat(40), "word-word-word-word-word-word-word-word-word-word-word-word"],
])("“%s” is suggested as %s", (title, slug) => expect(suggestSlug(title)).toBe(slug));
