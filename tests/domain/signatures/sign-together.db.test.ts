import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { createSigningTable } from "~/domain/signatures/sign-together.server";
import { type TestContext, withContext, withDatabase } from "../../support/database";
import {
  inCalifornia,
  listConfirmations,
  listConsents,
  listJobs,
  listSignatures,
  mailedLink,
  nameOf,
  openPetition,
  waysToSign,
} from "./signing";

/** Everything that signing and confirming wrote, without what is different each time: ids, seals and secrets. */
async function written(ctx: TestContext) {
  const plain = ({ id: _, campaignId: __, signatureId: ___, ...row }: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isSecret(name) ? typeof value : value]));
  const jobs = (await listJobs(ctx)).map(({ payload, ...job }) => ({
    ...job,
    payload: Object.keys(payload ?? {}).sort(),
  }));
  return {
    names: await Promise.all((await listSignatures(ctx)).map((row) => nameOf(ctx, row))),
    signatures: (await listSignatures(ctx)).map(plain),
    confirmations: (await listConfirmations(ctx)).map(plain),
    consents: (await listConsents(ctx)).map(plain),
    jobs: jobs.map(plain),
  };
}

const isSecret = (name: string) => /Sealed$|^(tokenHash|codeHash|uniqueKey)$/.test(name);

/** What two ways to sign leave behind, each in a transaction of its own on the same database. */
const leftBehind: unknown[] = [];

test.each(waysToSign)("a table leaves just what signing alone leaves (%s)", (_, makeSign) =>
  withContext(async (ctx) => {
    const { sign, choose, partners } = await openPetition(ctx, "es", makeSign);
    const origin = { networkHash: "a network", signals: ["no-stamp" as const], byCodeOnly: false };
    const everything = await choose({ updates: true, partners: partners.map(({ slug }) => slug) });
    await sign({ choices: everything, origin });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    ctx.clock.advance(1_000);
    await sign({ email: "lin@example.org", country: "US", postalCode: "94110" });
    ctx.clock.advance(1_000);
    await sign({
      email: "zoe@example.org",
      country: "DE",
      postalCode: "10115",
      origin: { ...origin, byCodeOnly: true },
    });
    ctx.clock.advance(120_000);
    for (const name of ["Ada Lovelace", "William King", "Charles Babbage"]) await sign({ name });

    leftBehind.push(await written(ctx));
    expect(leftBehind.at(-1)).toEqual(leftBehind[0]);
    expect(await listSignatures(ctx)).toHaveLength(4);
    expect(await listJobs(ctx)).toHaveLength(6);
  })(),
);

test(
  "of one group, equal posts are one signature, and two people of one mailbox are two",
  withDatabase(async (_, ctx) => {
    const { sign } = await openPetition(ctx, "en", createSigningTable);
    const names = ["Ada Lovelace", "William King", "ada  LOVELACE", "Charles Babbage", "Ada Lovelace"];
    const others = ["a", "b", "c"].map((name) => ({ email: `${name}@example.org` }));
    const outcomes = await Promise.all([...names.map((name) => ({ name })), ...others].map((input) => sign(input)));
    expect(new Set(outcomes)).toEqual(new Set(["checkInbox"]));
    const kept = await Promise.all((await listSignatures(ctx)).map((row) => nameOf(ctx, row)));
    const adas = kept.filter((name) => name === "Ada Lovelace");
    expect([kept.length, adas.length], "Ada came first; one of the others came second.").toEqual([5, 4]);
    expect(await listJobs(ctx, "email-confirmation")).toHaveLength(5);
    expect(await listJobs(ctx, "email-mailbox-full")).toHaveLength(1);
  }),
);

test(
  "a petition that closed is told to those who come after, in the same group as others",
  withContext(async (ctx) => {
    const { petition, sign } = await openPetition(ctx, "en", createSigningTable);
    ctx.clock.set(new Date(petition.opensAt.getTime() - 1));
    expect(await Promise.all([sign(), sign({ email: "b@example.org" })])).toEqual(["closed", "closed"]);
    ctx.clock.set(petition.opensAt);
    expect(await sign()).toBe("checkInbox");
    expect(await listSignatures(ctx)).toHaveLength(1);
  }),
);

test(
  "what one row makes the database refuse takes none of its group down",
  withDatabase(async (_, ctx) => {
    const { sign } = await openPetition(ctx, "en", createSigningTable);
    const good = Array.from({ length: 8 }, (_, number) => ({ email: `good${number}@example.org` }));
    const outcomes = await Promise.allSettled(
      [...good, { email: "bad@example.org", country: "too long" }].map((input) => sign(input)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([...good.map(() => "fulfilled"), "rejected"]);
    expect(await listSignatures(ctx)).toHaveLength(good.length);
    expect(await listJobs(ctx)).toHaveLength(good.length);
  }),
);
