import { expect, test } from "vitest";
import { articleData, breadcrumbData } from "~/http/structured-data";

const origin = "https://privacy.example";
const path = "/ar/updates/قانون-جديد";
const address = `${origin}/ar/updates/${encodeURIComponent("قانون-جديد")}`;

test("addresses in other scripts are written as an address has them", () => {
  expect(breadcrumbData(origin, [{ name: "قانون", path }]).itemListElement).toMatchObject([{ item: address }]);
  const article = {
    ...{ type: "news", publishedAt: new Date("2026-11-23T12:00:00Z"), updatedAt: null, authors: [], license: null },
    ...{ facts: {}, text: { title: "قانون", dek: "جديد", locale: "ar", words: {} } },
  };
  expect(articleData(origin, path, article)).toMatchObject({ url: address });
});
