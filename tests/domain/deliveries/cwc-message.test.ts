import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CwcMessage, cwcMessage } from "~/domain/deliveries/cwc-message";
import { billTypeFor, cwcTopics, senateBillTypes } from "~/domain/deliveries/cwc-topics";
import { cwcXml } from "~/domain/deliveries/cwc-xml";
import { cwcFaults } from "../../support/cwc-schema";
import { full, short, withPart } from "./messages";

const golden = (name: string) => readFileSync(new URL(`./golden/${name}.xml`, import.meta.url), "utf8");

describe("the document", () => {
  test.each([
    ["short", short],
    ["full", full],
  ] as const)("%s is written to the byte as it was agreed, and libxml finds it valid", async (name, message) => {
    const xml = cwcXml(cwcMessage.parse(message));
    expect(xml).toBe(golden(name));
    expect(await cwcFaults(xml)).toEqual([]);
  });

  test("what is not known is left out, never empty", () => {
    expect(cwcXml(short)).not.toMatch(/<(\w+)><\/\1>|<\w+\/>|Bills|ProOrCon|Phone><|Organization</);
  });

  test("hostile words stay words", async () => {
    const hostile = `</Subject><Error>&amp; "double" 'single' ]]> <!-- \u0000\u0008\u000b\u001f\ufffe\ud800 --> 😀 ñ\r\nتحية`;
    const xml = cwcXml({ ...short, message: { ...short.message, constituentMessage: hostile } });
    expect(await cwcFaults(xml)).toEqual([]);
    expect(xml).toContain("😀 ñ\nتحية");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe]|\r/);
    expect(xml.match(/<Subject>/g)).toHaveLength(1);
  });

  test("there are 32 topics", () => expect(new Set(cwcTopics).size).toBe(32));

  test.each(senateBillTypes)("a bill %s is known to both chambers", async (type) => {
    for (const [chamber, message] of [
      ["house", short],
      ["senate", full],
    ] as const) {
      const bill = { congress: 119, type: billTypeFor(chamber, type), number: 7, stance: "Pro" as const };
      expect(await cwcFaults(cwcXml({ ...message, message: { ...message.message, bill } }))).toEqual([]);
    }
  });
});

/** What the table forbids: the same must be found by both guards, ours before queueing and the schema of the tests. */
const forbidden: [string, CwcMessage][] = [
  ["a DeliveryId of 31", withPart("delivery", { id: "a".repeat(31) })],
  ["a DeliveryId with a dash", withPart("delivery", { id: `${"a".repeat(31)}-` })],
  ["a date of another form", withPart("delivery", { date: "2026-11-23" })],
  ["no agent", withPart("delivery", { agent: "" })],
  [
    "a contact with a short name",
    withPart("delivery", { agentContact: { ...short.delivery.agentContact, name: "Ada" } }),
  ],
  ["a phone with points", withPart("constituent", { phone: "202.555.0100" })],
  ["an office of nobody", withPart("recipient", { memberOffice: "CA11" })],
  ["a senator of class four", withPart("recipient", { memberOffice: "SCA04" })],
  ["no first name", withPart("constituent", { firstName: "" })],
  ["an address of two letters", withPart("constituent", { address1: "1A" })],
  ["a second address line of one letter", withPart("constituent", { address2: "1" })],
  ["a state that is none", withPart("constituent", { state: "AE" })],
  ["a ZIP code of four digits", withPart("constituent", { zip: "9411" })],
  ["a mailbox without a point", withPart("constituent", { email: "ada@example" })],
  ["a subject of five letters", withPart("message", { subject: "Hello" })],
  ["a subject of 501 letters", withPart("message", { subject: "x".repeat(501) })],
  ["no topic", withPart("message", { topics: [] })],
  ["a text of 10,001 letters", withPart("message", { constituentMessage: "x".repeat(10_001) })],
  ["no text", withPart("message", { constituentMessage: undefined })],
];

describe.each(forbidden)("%s", (_, message) => {
  test("is found before it is queued", () => expect(cwcMessage.safeParse(message).success).toBe(false));
  test("is found by libxml", async () => expect(await cwcFaults(cwcXml(message))).not.toEqual([]));
});

test("the Senate takes its five forms of address only, the House more", () => {
  const toSenate = withPart("recipient", { memberOffice: "SCA01" });
  const as = (message: CwcMessage, prefix: string) =>
    cwcMessage.safeParse({ ...message, constituent: { ...message.constituent, prefix } }).success;
  for (const prefix of ["Mr.", "Mrs.", "Miss", "Ms.", "Dr."]) expect(as(toSenate, prefix)).toBe(true);
  expect(as(toSenate, "Mx.")).toBe(false);
  expect(as(short, "Mx.")).toBe(true);
});

test("American Samoa is HAQ00 to the House, and AS in addresses", () => {
  expect(cwcMessage.safeParse(withPart("recipient", { memberOffice: "HAQ00" })).success).toBe(true);
  expect(cwcMessage.safeParse(withPart("recipient", { memberOffice: "HAS00" })).success).toBe(false);
});

test("towns of two letters have a name", () => {
  expect(cwcMessage.safeParse(withPart("constituent", { city: "Ai" })).success).toBe(true);
});
