import { expect, test } from "vitest";
import { confirmByCode } from "~/domain/signatures/confirm-by-code.server";
import { CONFIRMATION_DAYS } from "~/domain/signatures/retention";
import { type TestContext, withContext } from "../../support/database";
import { listShown } from "../public-signatures/showing";
import { ada, inCalifornia, listConsents, listSignatures, mailedLink, openPetition } from "./signing";

async function signed(ctx: TestContext) {
  const { sign, petition } = await openPetition(ctx);
  await sign();
  const { code } = await mailedLink(ctx);
  const type = (typed: string, email = ada.email) => confirmByCode(ctx, petition, { email, code: typed }, inCalifornia);
  return { sign, petition, code, type };
}

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const wrongCode = { result: "wrongCode" };

test(
  "the right code confirms, also from another spelling of the address",
  withContext(async (ctx) => {
    const { code, type } = await signed(ctx);
    expect(await type(code, "ADA+x@Example.org")).toMatchObject({
      result: "confirmed",
      campaignSlug: "privacy-for-all",
    });
    expect(await listSignatures(ctx)).toMatchObject([{ state: "confirmed" }]);
    expect(await listConsents(ctx)).toHaveLength(1);
  }),
);

test(
  "who confirms by a code may show a name too, and a wrong code shows nothing",
  withContext(async (ctx) => {
    const { code, petition } = await signed(ctx);
    const choice = { showsName: true, comment: "", locale: "en", gpc: false };
    const type = (typed: string) =>
      confirmByCode(ctx, petition, { email: ada.email, code: typed }, inCalifornia, choice);
    expect(await type(wrongOf(code))).toEqual(wrongCode);
    expect(await listShown(ctx)).toEqual([]);
    expect(await type(code)).toMatchObject({ result: "confirmed" });
    expect(await listShown(ctx)).toMatchObject([{ showsName: true }]);
    expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual(["petition", "public_name"]);
  }),
);

test.each([
  ["with spaces", (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
  ["in Arabic-Indic digits", (code: string) => digitsFrom(code, 0x0660)],
  ["in Persian digits", (code: string) => digitsFrom(code, 0x06f0)],
  ["in Devanagari digits", (code: string) => digitsFrom(code, 0x0966)],
  ["in fullwidth digits", (code: string) => digitsFrom(code, 0xff10)],
  ["in bold mathematical digits", (code: string) => digitsFrom(code, 0x1d7ce)],
  ["in sans-serif mathematical digits", (code: string) => digitsFrom(code, 0x1d7e2)],
])("a code typed %s is the code", (_, spell) =>
  withContext(async (ctx) => {
    const { code, type } = await signed(ctx);
    expect(await type(spell(code))).toMatchObject({ result: "confirmed" });
  })(),
);

test(
  "a wrong code, an unknown address and an expired code answer the same",
  withContext(async (ctx) => {
    const { code, type } = await signed(ctx);
    expect(await type(wrongOf(code))).toEqual(wrongCode);
    expect(await type("")).toEqual(wrongCode);
    expect(await type(code, "nobody@example.org")).toEqual(wrongCode);
    ctx.clock.advance(CONFIRMATION_DAYS * 86_400_000);
    expect(await type(code)).toEqual(wrongCode);
    expect(await listSignatures(ctx)).toMatchObject([{ state: "pending" }]);
  }),
);

test(
  "after five wrong guesses the code is dead, right or not",
  withContext(async (ctx) => {
    const { code, type } = await signed(ctx);
    for (let guess = 0; guess < 5; guess++) expect(await type(wrongOf(code))).toEqual(wrongCode);
    expect(await type(code)).toEqual(wrongCode);
  }),
);

test(
  "after four wrong guesses the fifth may be right",
  withContext(async (ctx) => {
    const { code, type } = await signed(ctx);
    for (let guess = 0; guess < 4; guess++) expect(await type(wrongOf(code))).toEqual(wrongCode);
    expect(await type(code)).toMatchObject({ result: "confirmed" });
  }),
);

test(
  "a new mail brings a code that works when the old one is dead",
  withContext(async (ctx) => {
    const { sign, code, type } = await signed(ctx);
    for (let guess = 0; guess < 5; guess++) await type(wrongOf(code));
    ctx.clock.advance(120_000);
    await sign();
    const { code: fresh } = await mailedLink(ctx);
    expect(await type(code)).toEqual(wrongCode);
    expect(await type(fresh)).toMatchObject({ result: "confirmed" });
  }),
);

test(
  "a code that is sent twice by one press confirms once and answers the same",
  withContext(async (ctx) => {
    const { code, type } = await signed(ctx);
    const first = await type(code);
    expect(first).toMatchObject({ result: "confirmed" });
    expect(await type(code)).toEqual(first);
    expect(await listConsents(ctx)).toHaveLength(1);
  }),
);

test(
  "of two people on one mailbox the code confirms the one it was mailed to",
  withContext(async (ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign({ name: "Ada Lovelace" });
    const { code, confirmation } = await mailedLink(ctx);
    ctx.clock.advance(1_000);
    await sign({ name: "William King" });
    await mailedLink(ctx);
    await confirmByCode(ctx, petition, { email: ada.email, code }, inCalifornia);
    const confirmed = (await listSignatures(ctx)).filter(({ state }) => state === "confirmed");
    expect(confirmed.map(({ id }) => id)).toEqual([confirmation.signatureId]);
  }),
);

function digitsFrom(code: string, zero: number): string {
  return [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
}
