import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeTogether } from "~/commands/write-together";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "write-together-"));
  writeFileSync(path.join(folder, "a.json"), "old");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = () => [
  { file: path.join(folder, "a.json"), text: "new" },
  { file: path.join(folder, "es", "a.json"), text: "nuevo" },
];

test("files come into their places once the work has gone well", async () => {
  await writeTogether(folder, files(), async () => {
    expect(readFileSync(path.join(folder, "a.json"), "utf8")).toBe("old");
  });
  expect(files().map(({ file }) => readFileSync(file, "utf8"))).toEqual(["new", "nuevo"]);
  expect(readdirSync(folder).sort()).toEqual(["a.json", "es"]);
});

test("where the work or the writing fails everything is as it was", async () => {
  const failing = async () => {
    throw new Error("The database is away.");
  };
  await expect(writeTogether(folder, files(), failing)).rejects.toThrow("away");
  const inAFile = [...files(), { file: path.join(folder, "a.json", "b.json"), text: "x" }];
  await expect(writeTogether(folder, inAFile, async () => undefined)).rejects.toThrow();
  expect(readFileSync(path.join(folder, "a.json"), "utf8")).toBe("old");
  expect(readdirSync(path.join(folder, "es"))).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["a.json", "es"]);
});
