import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { compareUses } from "~locales/compare-uses";
import { usedKeys } from "~locales/used-keys";

const root = fileURLToPath(new URL("../..", import.meta.url));

const code = `
import { Trans, useTranslation } from "react-i18next";
import type { Translate } from "~emails/parts/translate";
interface Props { title: "senator" | "governor"; any: string; words: Translate }
export function Page({ title, any, words }: Props) {
  const { t, i18n } = useTranslation("lawmakers");
  const { t: site } = useTranslation("site");
  const { t: both } = useTranslation(["write", "lawmakers"]);
  const { t: below } = useTranslation("site", { keyPrefix: "copy" });
  return [
    t("find"),
    site("count.signed", { count: 1 }),
    t(\`titles.\${title}\` as \`titles.\${typeof title}\`),
    both("lawmakers:district", { number: 1 }),
    below("done"),
    i18n.t("sign:button"),
    words("greeting", { name: "" }),
    <Trans key="1" t={site} i18nKey="nav.sign" />,
    t(any as never),
    t("fnd" as "find"),
  ];
}
`;

function usesIn(text: string) {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const page = `${root}app/components/page-of-this-test.tsx`;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === page || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === page ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : getSourceFile(name, ...rest);
  const program = ts.createProgram([page, `${root}app/i18n/i18next.d.ts`], options, host);
  const file = program.getSourceFile(page);
  return usedKeys(program, file ? [file] : [], root);
}

test("keys are found in every form in which the code asks for them, with file and line", () => {
  expect(usesIn(code).map(({ place, keys }) => `${place.split(":")[1]} ${keys.join(" ")}`)).toEqual([
    "11 lawmakers:find",
    "12 site:count.signed",
    "13 lawmakers:titles.senator lawmakers:titles.governor",
    "14 lawmakers:district",
    "15 site:copy.done",
    "16 sign:button",
    "17 mail:greeting",
    "18 site:nav.sign",
    "19 ",
    "20 lawmakers:fnd",
  ]);
});

const words = new Map([["sign", { button: "Sign", count_one: "One", count_other: "Many", old: "Old" }]]);
const use = (...keys: string[]) => ({ place: "app/page.tsx:7", keys });

test("a text that the code asks for and that is not there is a fault of its line", () => {
  const faults = compareUses(words, [use("sign:button", "sign:count", "sign:old"), use("sign:buton")]);
  expect(faults).toContain("app/page.tsx:7: there is no text sign:buton");
});

test("a text that the code never asks for is needless, except where its page is being written", () => {
  const uses = [use("sign:button"), use("sign:count")];
  expect(compareUses(words, uses)).toEqual(["locales/en/sign.json: old is not used"]);
  expect(compareUses(words, uses, ["sign:old"])).toEqual([]);
});

test("whoever hands on any key uses none, and a key without a type is a fault", () => {
  expect(compareUses(words, [use("sign:button", "sign:count", "sign:old")])).toHaveLength(3);
  expect(compareUses(new Map(), [use()])).toEqual([
    "app/page.tsx:7: nobody can tell which text this is; give its key a type",
  ]);
});
