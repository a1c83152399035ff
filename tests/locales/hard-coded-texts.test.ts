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
  ["that has a name first", 'const heading = "Sign now"; const page = <h1>{heading}</h1>;'],
  ["in an object", 'const labels = { open: "Sign now", closed: t("closed") };'],
  ["in a list", 'const steps = ["Sign now", t("confirm")];'],
  ["that a function returns", 'function heading() { return "Sign now"; }'],
  ["that a function returns, as an expression", 'const heading = (open) => (open ? "Sign now" : t("closed"));'],
  ["for a component, whatever it calls it", '<Panel kicker="Sign now" />'],
  ["on a button that is a field", '<input type="submit" value="Sign now" />'],
  ["on a button that is a field, as an expression", '<input type="button" value={open ? "Sign now" : t("closed")} />'],
  ["beside a key", 't("sign.button", "Sign now");'],
  ["beside a key of a renamed translator", 'const { t: sign } = useTranslation("sign"); sign("button", `Sign now`);'],
  ["beside a key of a translator of another", 'i18n.t("sign:button", "Sign now");'],
  ["that stands in for a translation", 't("sign.button", { count, defaultValue: "Sign now" });'],
  ["that stands in for one of its plural forms", 't("sign.button", { count, defaultValue_one: "Sign now" });'],
])("a text %s is named with its line", (_, code) => {
  expect(faultsOf(`\n${code}`)).toEqual(["app/page.tsx:2: “Sign now” is not in the translations"]);
});

test.each([
  ["that has a name first", 'const heading = "Withdraw"; const page = <h1>{heading}</h1>;'],
  ["in an object", 'const choices = [{ value: "no", label: "Withdraw" }];'],
  ["on a button that is a field", '<input type="submit" value="Withdraw" />'],
  ["beside a key", 't("sign.button", "Withdraw");'],
  ["that stands in for a translation", 't("sign.button", { defaultValue: "Withdraw" });'],
])("a single word %s is named too", (_, code) => {
  expect(faultsOf(code)).toEqual(["app/page.tsx:1: “Withdraw” is not in the translations"]);
});

test("a text is named once, however many reasons there are", () => {
  expect(faultsOf('const title = "Sign now"; const page = <h1 title={title}>{title}</h1>;')).toHaveLength(1);
});

test("a sentence that programs or programmers read is none for people", () => {
  expect(faultsOf('import x from "Some Folder of/ours"; throw new TypeError("There is no such thing");')).toEqual([]);
  const answer = 'const message = "There is no such resource.";';
  const file = ts.createSourceFile("api.ts", answer, ts.ScriptTarget.Latest);
  expect(hardCodedTexts(file, "app/routes/api.$.ts")).toEqual([]);
  expect(hardCodedTexts(file, "app/routes/apiary.tsx")).toHaveLength(1);
});

test.each([
  '<p className="note">{t("open.title")}</p>',
  `<p>{t(\`titles.\${title}\`)} · {number.format(3)} →</p>`,
  '<a href="/privacy" rel="nofollow" lang="en">{state === "open" ? t("open") : t("closed")}</a>',
  '<img alt="" src="/images/map.svg" />',
  '<button name="intent" value="resend">{t("resend")}</button>',
  '<input type="hidden" name="intent" value="resend" />',
  't("step", { position: 1, name: "resend" });',
  'type Answer = "Not on the list" | "confirmed";',
  "const family = \"Georgia, 'Times New Roman', serif\";",
])("words for the machine are none for people: %s", (code) => {
  expect(faultsOf(code)).toEqual([]);
});

test("a name that is the same in every language needs no translation, what stands beside it does", () => {
  expect(faultsOf(`<title>{\`\${title} · Privacy for All\`}</title>`, ["Privacy for All"])).toEqual([]);
  expect(faultsOf("<title>Join Privacy for All</title>", ["Privacy for All"])).toHaveLength(1);
});
