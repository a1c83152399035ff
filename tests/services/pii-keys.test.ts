import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { demoKeys, parsePiiKeys } from "~/services/pii-keys.server";

const key = (byte: number, length = 32) => Buffer.alloc(length, byte).toString("base64");

test("the first key seals, all open, and `lookup` makes the hashes", () => {
  const keys = parsePiiKeys(`k2:${key(2)},lookup:${key(9)}, k1:${key(1)} `);
  expect(keys.sealing.map(({ id }) => id)).toEqual(["k2", "k1"]);
  for (const { key: sealing } of keys.sealing) {
    expect(sealing).toHaveLength(32);
    expect(sealing).not.toEqual(keys.lookup);
  }
  expect(keys.lookup).toEqual(parsePiiKeys(`k3:${key(3)},lookup:${key(9)}`).lookup);
});

test("without `lookup` the oldest key makes the hashes, so that a new first one changes none", () => {
  const before = parsePiiKeys(`k1:${key(1)}`);
  const after = parsePiiKeys(`k2:${key(2)},k1:${key(1)}`);
  expect(after.lookup).toEqual(before.lookup);
  expect(after.lookupId).toBe("k1");
  expect(after.sealing[0]).not.toEqual(before.sealing[0]);
});

test("keys may be written for URLs, and of sixteen bytes", () => {
  expect(parsePiiKeys(`k1:${Buffer.alloc(32, 0xfb).toString("base64url")}`)).toEqual(parsePiiKeys(`k1:${key(0xfb)}`));
  expect(parsePiiKeys(`k1:${key(1, 16)}`).sealing).toHaveLength(1);
});

test.each([
  ["nothing", ""],
  ["no id", key(1)],
  ["an empty id", `:${key(1)}`],
  ["a short key", `k1:${key(1, 15)}`],
  ["other characters", `k1:${"!".repeat(40)}`],
  ["a space inside", `k1: ${key(1)}`],
  ["a comma at the end", `k1:${key(1)},`],
  ["the same id twice", `k1:${key(1)},k1:${key(2)}`],
  ["`lookup` alone", `lookup:${key(1)}`],
  ["`lookup` twice", `lookup:${key(1)},lookup:${key(2)},k1:${key(3)}`],
])("%s is refused, and the message holds none of it", (_, text) => {
  expect(() => parsePiiKeys(text)).toThrow("PII_KEYS");
  try {
    parsePiiKeys(text);
  } catch (error) {
    for (const part of text.split(/[:,]/).filter((one) => one.length > 8)) expect(String(error)).not.toContain(part);
  }
});

test("the demo's keys are made once, for their owner only", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "privacy-for-all-keys-"));
  try {
    const dataDir = path.join(folder, "data");
    const made = demoKeys(dataDir);
    expect(demoKeys(dataDir)).toEqual(made);
    expect(statSync(path.join(dataDir, "keys.json")).mode & 0o777).toBe(0o600);
    expect(made.sessionSecret.length).toBeGreaterThanOrEqual(32);
    expect(readFileSync(path.join(dataDir, "keys.json"), "utf8")).toContain("lookup:");
    expect(demoKeys(path.join(folder, "other"))).not.toEqual(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
