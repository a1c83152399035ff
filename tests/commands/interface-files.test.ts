import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { exportInterface, importInterface, interfaceAsJson, leftOut } from "~/commands/interface-files";

const spanish = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../locales/es/${name}`, import.meta.url)), "utf8");

/** Units as a file brings them that does not tell what they were translated from. */
const units = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([key, target]) => [key, { source: null, target }]));

test("an export holds every file, and a complete language has nothing open", () => {
  const files = exportInterface("es");
  expect(files.map(({ name }) => name)).toContain("interface/site");
  expect(files.flatMap(({ units }) => [...units.values()]).filter(({ target }) => target === null)).toEqual([]);
});

test("an export as JSON is the file as it stands", () => {
  for (const { name, words } of interfaceAsJson("es")) {
    expect(`${JSON.stringify(words, null, 2)}\n`).toBe(spanish(name));
  }
});

test("what comes back unchanged changes nothing", () => {
  const files = new Map(
    exportInterface("es").map((file) => [`${file.name.slice("interface/".length)}.json`, file.units]),
  );
  expect(importInterface("es", files)).toMatchObject({ changes: [], faults: [] });
});

test("a new text is shown beside the old one", () => {
  const { changes, faults } = importInterface("es", new Map([["site.json", units({ "nav.sign": "Firmar ya" })]]));
  expect(changes).toEqual([{ file: "es/site.json", key: "nav.sign", before: "Firmar", after: "Firmar ya" }]);
  expect(faults).toEqual([]);
});

test.each([
  ["another placeholder", "count.goal_one", "Faltan {{number}} firmas", /count\.goal_one/],
  ["a key that English has not", "nav.other", "Otra", /nav\.other is not in the source/],
  ["English", "nav.search", "Search", /nav\.search is not translated/],
])("%s is refused, and nothing is written", (_, key, text, fault) => {
  const before = spanish("site.json");
  const { faults } = importInterface("es", new Map([["site.json", units({ [key]: text })]]));
  expect(faults.join("\n")).toMatch(fault);
  expect(spanish("site.json")).toBe(before);
});

test("a file that is none of ours is refused", () => {
  const { faults } = importInterface("es", new Map([["../../evil.json", units({ a: "b" })]]));
  expect(faults).toEqual(["es/../../evil.json: en has no such file"]);
});

test("a text that was translated from other words than English has now is refused, and one that stays is not", () => {
  const from = (source: string, target: string) =>
    importInterface("es", new Map([["site.json", new Map([["nav.sign", { source, target }]])]])).faults;
  expect(from("Sign", "Firmar ya")).toEqual([]);
  expect(from("Sign now", "Firmar ya")).toEqual([
    "es/site.json: nav.sign was translated from “Sign now”; English says “Sign” now. Export anew.",
  ]);
  expect(from("Sign now", "Firmar")).toEqual([]);
});

test("who stands behind a language has read all of it: what files leave out is named", () => {
  const files = new Map(
    exportInterface("es").map((file) => [`${file.name.slice("interface/".length)}.json`, file.units]),
  );
  expect(leftOut("es", files)).toEqual([]);
  const site = new Map(files.get("site.json"));
  site.set("nav.sign", { source: "Sign", target: null });
  site.delete("nav.search");
  expect(leftOut("es", new Map(files).set("site.json", site))).toEqual(["nav.search, nav.sign of es/site.json"]);
  files.delete("calls.json");
  expect(leftOut("es", files)).toEqual(["es/calls.json"]);
});
