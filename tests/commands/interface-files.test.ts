import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { exportInterface, importInterface, interfaceAsJson } from "~/commands/interface-files";

const spanish = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../locales/es/${name}`, import.meta.url)), "utf8");

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
    exportInterface("es").map(({ name, units }) => [
      `${name.slice("interface/".length)}.json`,
      new Map([...units].map(([key, { target }]) => [key, target ?? ""])),
    ]),
  );
  expect(importInterface("es", files)).toMatchObject({ changes: [], faults: [] });
});

test("a new text is shown beside the old one", () => {
  const { changes, faults } = importInterface("es", new Map([["site.json", new Map([["nav.sign", "Firmar ya"]])]]));
  expect(changes).toEqual([{ file: "es/site.json", key: "nav.sign", before: "Firmar", after: "Firmar ya" }]);
  expect(faults).toEqual([]);
});

test.each([
  ["another placeholder", "count.goal_one", "Faltan {{number}} firmas", /count\.goal_one/],
  ["a key that English has not", "nav.other", "Otra", /nav\.other is not in the source/],
  ["English", "nav.search", "Search", /nav\.search is not translated/],
])("%s is refused, and nothing is written", (_, key, text, fault) => {
  const before = spanish("site.json");
  const { faults } = importInterface("es", new Map([["site.json", new Map([[key, text]])]]));
  expect(faults.join("\n")).toMatch(fault);
  expect(spanish("site.json")).toBe(before);
});

test("a file that is none of ours is refused", () => {
  const { faults } = importInterface("es", new Map([["../../evil.json", new Map([["a", "b"]])]]));
  expect(faults).toEqual(["es/../../evil.json: en has no such file"]);
});
