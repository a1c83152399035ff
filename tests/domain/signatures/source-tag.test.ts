import { expect, test } from "vitest";
import { readSignForm } from "~/domain/signatures/sign-form";
import { sourceTag } from "~/domain/signatures/source-tag";

test.each(["newsletter", "news-2026-11", "a", "-", "20261123", "a".repeat(40)])("%j is a tag", (tag) => {
  expect(sourceTag(tag)).toBe(tag);
});

test.each([
  "",
  " ",
  "Newsletter",
  "news letter",
  "news_letter",
  "newsletter ",
  "newsletter\n",
  "newsletter\0",
  "ünewsletter",
  "<script>alert(1)</script>",
  "=1+1",
  "../../etc",
  "'; drop table signatures",
  "a".repeat(41),
  "a".repeat(1_000_000),
  "ada@example.org",
  // What could tell a person.
  "0123456789",
  "supporter-0123456789012",
  "019b76da-a800-7077-83fd-9024db2397b8",
  undefined,
  null,
  7,
  ["newsletter"],
  new File([], "newsletter"),
])("%j is dropped", (given) => {
  expect(sourceTag(given)).toBeNull();
});

test("a form with a tag that is none is as good as one without", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: "Ada", email: "ada@example.org", country: "KE", source: "<b>" })) {
    form.append(name, value);
  }
  expect(readSignForm(form, [])).toMatchObject({ values: { source: null }, errors: null });
  form.set("source", "poster");
  form.append("source", "another");
  expect(readSignForm(form, [])).toMatchObject({ values: { source: "poster" }, errors: null });
});
