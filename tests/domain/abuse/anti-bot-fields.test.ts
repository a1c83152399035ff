import { expect, test } from "vitest";
import { antiBotFields } from "~/domain/abuse/anti-bot-fields";
import { readAntiBotFields, stampForm } from "~/domain/abuse/read-anti-bot-fields.server";
import { createVault } from "~/services/vault.server";
import { testVault } from "../../support/test-context";

const { honeypot, stamp, proof } = antiBotFields;
const madeAt = Date.parse("2026-11-23T12:00:00Z");
const petitionId = "petition";
const wordingIds = {
  petition: "0190aaaa-0000-7000-8000-000000000001",
  newsletter: "0190aaaa-0000-7000-8000-0000000000ff",
  partner_sharing: "ffffffff-ffff-4fff-bfff-ffffffffffff",
};
const wordings = (["partner_sharing", "petition", "newsletter"] as const).map((purpose) => ({
  purpose,
  id: wordingIds[purpose],
}));
const made = stampForm({ now: new Date(madeAt), vault: testVault, petitionId, wordings });

/** What a form tells that was made at noon and comes back after so many milliseconds. */
function read(fields: Record<string, string>, afterMs = 20_000, of = petitionId) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ [honeypot]: "", [stamp]: made, ...fields })) form.set(name, value);
  return readAntiBotFields(form, { now: new Date(madeAt + afterMs), vault: testVault, petitionId: of });
}

test("a form that a person filled in tells nothing", () => {
  expect(read({})).toEqual({ signals: [], proof: null, wordingIds });
  expect(read({ [honeypot]: "  " }).signals).toEqual([]);
});

test("a form is never too old", () => {
  expect(read({}, 2_000).signals).toEqual([]);
  expect(read({}, 365 * 86_400_000).signals).toEqual([]);
});

test("a form that comes back in less than two seconds is too fast", () => {
  expect(read({}, 1_999).signals).toEqual(["too-fast"]);
  expect(read({}, 0).signals).toEqual(["too-fast"]);
});

test("the clock of the server that made the page may be ahead", () => {
  expect(read({}, -1_500).signals).toEqual([]);
});

test("the field that people don't see is a trap", () => {
  expect(read({ [honeypot]: "Buy pills" }).signals).toEqual(["honeypot"]);
});

test("a stamp that is missing, changed, cut, lengthened, of another petition or of another key is none", () => {
  const [time = "", shown = "", signature = ""] = made.split(".");
  const others = stampForm({
    ...{ now: new Date(madeAt), vault: testVault, petitionId },
    wordings: wordings.map(({ purpose }) => ({ purpose, id: wordingIds.petition })),
  }).split(".")[1];
  const earlier = (madeAt - 60_000).toString(36);
  const foreign = createVault([{ id: "k", key: Buffer.alloc(32, 7) }], Buffer.alloc(32, 8));
  const forged = [
    "",
    time,
    "abc",
    ".",
    `${time}.`,
    `${time}.${shown}.`,
    `${time}.${signature}`,
    `${time}.${shown}.${signature.slice(0, -1)}`,
    `${time}.${shown}.${signature}A`,
    `${earlier}.${shown}.${signature}`,
    `${time}.${others}.${signature}`,
    `${time}.${shown}.${signature}.${signature}`,
    `${time}é.${shown}.${signature}`,
    stampForm({ now: new Date(madeAt), vault: foreign, petitionId, wordings }),
    "x".repeat(100_000),
  ];
  for (const one of forged) expect(read({ [stamp]: one }).signals, one.slice(0, 80)).toEqual(["no-stamp"]);
  expect(read({}, 20_000, "another petition").signals).toEqual(["no-stamp"]);
  const bare = readAntiBotFields(new FormData(), { now: new Date(madeAt), vault: testVault, petitionId });
  expect(bare).toEqual({ signals: ["no-stamp"], proof: null, wordingIds: null });
});

test("a form without all wordings tells of none, and so does one of an earlier version", () => {
  const without = stampForm({ now: new Date(madeAt), vault: testVault, petitionId, wordings: wordings.slice(1) });
  expect(read({ [stamp]: without })).toEqual({ signals: [], proof: null, wordingIds: null });
  const time = madeAt.toString(36);
  const earlier = `${time}.${testVault.lookupHash("form-stamp", `${petitionId}.${time}`)}`;
  expect(read({ [stamp]: earlier })).toEqual({ signals: [], proof: null, wordingIds: null });
});

test("several signals come together", () => {
  expect(read({ [honeypot]: "x" }, 10).signals).toEqual(["honeypot", "too-fast"]);
});

test("a proof is handed on, unless it is far too long", () => {
  expect(read({ [proof]: "eyJ9" }).proof).toBe("eyJ9");
  expect(read({ [proof]: "" }).proof).toBeNull();
  expect(read({ [proof]: "x".repeat(4_001) }).proof).toBeNull();
});

test("a file in place of a text is no text", () => {
  const form = new FormData();
  for (const name of Object.values(antiBotFields)) form.set(name, new File(["x"], "x.txt"));
  expect(readAntiBotFields(form, { now: new Date(madeAt), vault: testVault, petitionId })).toEqual({
    signals: ["no-stamp"],
    proof: null,
    wordingIds: null,
  });
});
