import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createVault, VaultError } from "~/services/vault.server";

const first = { id: "2026-a", key: randomBytes(32) };
const second = { id: "2026-b", key: randomBytes(32) };
const lookupKey = randomBytes(32);
const vault = createVault([first], lookupKey);

test("what was sealed opens again, in any script and empty too", () => {
  for (const plain of ["Ada Lovelace", "ليلى حدّاد", "👩‍👩‍👧 ñ", ""]) {
    const sealed = vault.seal("signatures.name", plain);
    expect(sealed).toMatch(/^v1\.2026-a\.[\w-]+$/);
    expect(vault.open("signatures.name", sealed)).toBe(plain);
  }
});

test("the same text is sealed differently each time", () => {
  const sealed = new Set(Array.from({ length: 50 }, () => vault.seal("signatures.email", "ada@example.org")));
  expect(sealed.size).toBe(50);
});

test("a change of any single character is noticed", () => {
  const sealed = vault.seal("signatures.name", "Ada");
  for (let at = 0; at < sealed.length; at++) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(() => vault.open("signatures.name", changed)).toThrow(VaultError);
  }
});

test("additions, cuts and other spellings of the same bytes are noticed", () => {
  const sealed = vault.seal("signatures.name", "Ada");
  for (const changed of [
    "",
    "v1",
    "v1.2026-a.",
    `${sealed}=`,
    `${sealed} `,
    `${sealed}.x`,
    sealed.slice(0, -1),
    `v2${sealed.slice(2)}`,
  ]) {
    expect(() => vault.open("signatures.name", changed)).toThrow(VaultError);
  }
});

test("a sealed text opens under its own purpose only", () => {
  const sealed = vault.seal("signatures.name", "Ada");
  expect(() => vault.open("signatures.email", sealed)).toThrow(VaultError);
});

test("a text sealed with an unknown key does not open, and the error does not show it", () => {
  const sealed = createVault([second], lookupKey).seal("signatures.name", "Ada");
  expect(() => vault.open("signatures.name", sealed)).toThrow("not known here");
  const otherKeyUnderTheSameId = createVault([{ id: first.id, key: second.key }], lookupKey);
  expect(() => otherKeyUnderTheSameId.open("signatures.name", vault.seal("signatures.name", "Ada"))).toThrow(
    VaultError,
  );
});

test("after a rotation the new key seals and the old one still opens", () => {
  const rotated = createVault([second, first], lookupKey);
  expect(rotated.open("signatures.name", vault.seal("signatures.name", "Ada"))).toBe("Ada");
  const sealed = rotated.seal("signatures.name", "Ada");
  expect(sealed.startsWith("v1.2026-b.")).toBe(true);
  expect(() => vault.open("signatures.name", sealed)).toThrow(VaultError);
});

test("a lookup hash is the same for a scope and value, whatever key seals", () => {
  const rotated = createVault([second, first], lookupKey);
  expect(vault.lookupHash("mailbox", "ada@example.org")).toBe(rotated.lookupHash("mailbox", "ada@example.org"));
  expect(vault.lookupHash("mailbox", "ada@example.org")).toMatch(/^[\w-]{43}$/);
});

test("a lookup hash differs between scopes, values and lookup keys", () => {
  const other = createVault([first], randomBytes(32));
  const hashes = [
    vault.lookupHash("mailbox", "ada@example.org"),
    vault.lookupHash("token", "ada@example.org"),
    vault.lookupHash("mailbox", "eve@example.org"),
    other.lookupHash("mailbox", "ada@example.org"),
  ];
  expect(new Set(hashes).size).toBe(4);
});

test("subkeys beyond those kept ready come out the same", () => {
  const before = vault.lookupHash("campaign 1", "ada");
  for (let scope = 0; scope < 1_100; scope++) vault.lookupHash(`campaign ${scope}`, "ada");
  expect(vault.lookupHash("campaign 1", "ada")).toBe(before);
});

test("faulty keys are refused at once", () => {
  expect(() => createVault([], lookupKey)).toThrow(VaultError);
  expect(() => createVault([{ id: "a.b", key: randomBytes(32) }], lookupKey)).toThrow(VaultError);
  expect(() => createVault([{ id: "a", key: randomBytes(16) }], lookupKey)).toThrow(VaultError);
  expect(() => createVault([first, first], lookupKey)).toThrow(VaultError);
  expect(() => createVault([first], randomBytes(31))).toThrow(VaultError);
});
