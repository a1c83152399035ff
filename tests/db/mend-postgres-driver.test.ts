import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mendPostgresDriver } from "~db/mend-postgres-driver.js";

const installed = fileURLToPath(new URL("../../node_modules/postgres", import.meta.url));

/** The driver as it is published. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "privacy-for-all-driver-"));
  cpSync(installed, folder, { recursive: true });
  for (const name of readdirSync(source("."))) {
    if (name.endsWith(".published")) renameSync(source(name), source(name.replace(".published", "")));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = (name: string) => path.join(folder, "src", name);
const read = (name: string) => readFileSync(source(name), "utf8");
const change = (file: string, from: string, to: string) => {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};
const sources = () => readdirSync(source(".")).map((name) => [name, read(name)]);

test("the driver that is installed here is mended, and mending it again changes nothing", () => {
  mendPostgresDriver(folder);
  const once = sources();
  expect(read("connection.js")).toBe(readFileSync(path.join(installed, "src/connection.js"), "utf8"));
  expect(read("index.js")).toBe(readFileSync(path.join(installed, "src/index.js"), "utf8"));
  mendPostgresDriver(folder);
  expect(sources()).toEqual(once);
});

test("other mends replace those that were made before", () => {
  mendPostgresDriver(folder);
  const once = sources();
  change(source("connection.js"), "isPatient", "wasPatient");
  mendPostgresDriver(folder);
  expect(sources()).toEqual(once);
});

test("another version of the driver is refused and left as it is", () => {
  change(path.join(folder, "package.json"), '"version": "3.4.9"', '"version": "3.4.10"');
  const before = sources();
  expect(() => mendPostgresDriver(folder)).toThrow(/postgres 3\.4\.10 can't be mended.*for 3\.4\.9/);
  expect(sources()).toEqual(before);
});

test("a driver with another text is refused and left as it is", () => {
  change(source("index.js"), "c.reserved = null", "c.reserved = undefined");
  const before = sources();
  expect(() => mendPostgresDriver(folder)).toThrow(/because in .*index\.js the place of “.+” is there 0 times/);
  expect(sources()).toEqual(before);
});
