import { createElement } from "react";
import { expect, test } from "vitest";
import { UpdateFilterForm } from "~/components/update-filter-form";
import { htmlOf } from "../support/html-of";

test("a choice that is not in the page's language says in which it is", () => {
  const html = htmlOf(
    "sw",
    createElement(UpdateFilterForm, {
      chosen: { type: null, principle: null, region: null, page: 1 },
      choices: {
        types: ["news"],
        principles: [
          { slug: "data-rights", title: "Haki", locale: "sw", dir: "ltr" },
          { slug: "civil-rights", title: "Civil rights", locale: "en", dir: "ltr" },
        ],
        hasWorldwide: false,
        regions: [{ code: "KE", name: "Kenya" }],
      },
    }),
  );
  expect(html).toContain('<option value="data-rights">Haki</option>');
  expect(html).toContain('<option value="civil-rights" lang="en" dir="ltr">Civil rights</option>');
  expect(html).toContain('<option value="KE">Kenya</option>');
});
