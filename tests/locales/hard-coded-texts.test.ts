import ts from "typescript";
import { expect, test } from "vitest";
import { hardCodedTexts } from "~locales/hard-coded-texts";

const faultsOf = (code: string, names: string[] = []) =>
  hardCodedTexts(
    ts.createSourceFile("page.tsx", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX),
    "app/page.tsx",
    names,
  );

test.each([
  ["between tags", "<p>Sign now</p>"],
  ["between tags, as an expression", '<p>{"Sign now"}</p>'],
  ["where something is so", '<p>{open && "Sign now"}</p>'],
  ["in one of two cases", '<p>{open ? t("closed") : "Sign now"}</p>'],
  ["where there is no other", '<p>{name ?? "Sign now"}</p>'],
  ["in a template", "<p>{`Sign now`}</p>"],
  ["in an attribute", '<img alt="Sign now" />'],
  ["in an attribute, as an expression", "<button aria-label={`Sign now`} />"],
  ["for a component", '<Field label="Sign now" />'],
  ["in the head of a page", 'const head = { title: "Sign now" };'],
  ["written by a script", 'note.textContent = "Sign now";'],
])("a text %s is named with its line", (_, code) => {
  expect(faultsOf(`\n${code}`)).toEqual(["app/page.tsx:2: “Sign now” is not in the translations"]);
});

test.each([
  '<p className="note">{t("open.title")}</p>',
  `<p>{t(\`titles.\${title}\`)} · {number.format(3)} →</p>`,
  '<a href="/privacy" rel="nofollow" lang="en">{state === "open" ? t("open") : t("closed")}</a>',
  '<img alt="" src="/images/map.svg" />',
])("words for the machine are none for people: %s", (code) => {
  expect(faultsOf(code)).toEqual([]);
});

test("a name that is the same in every language needs no translation, what stands beside it does", () => {
  expect(faultsOf(`<title>{\`\${title} · Privacy for All\`}</title>`, ["Privacy for All"])).toEqual([]);
  expect(faultsOf("<title>Join Privacy for All</title>", ["Privacy for All"])).toHaveLength(1);
});
