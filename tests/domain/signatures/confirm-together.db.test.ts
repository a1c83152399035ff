import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createConfirmingDesk } from "~/domain/signatures/confirm-together.server";
import { confirmations, signatures } from "~db/schema/signatures";
import { type TestContext, withContext, withDatabase } from "../../support/database";
import { inCalifornia, listConsents, listSignatures, mailedLink, openPetition } from "./signing";

const DAY_MS = 86_400_000;

/** Signs as some people and writes their mails. */
async function links(ctx: TestContext, emails: string[]) {
  const { sign } = await openPetition(ctx);
  const all = [];
  for (const email of emails) {
    await sign({ email });
    all.push(await mailedLink(ctx));
  }
  return all;
}

test(
  "of those who come together each hears their own",
  withContext(async (ctx) => {
    const [expired] = await links(ctx, ["late@example.org"]);
    ctx.clock.advance(8 * DAY_MS);
    const [open, gone, done] = await links(ctx, ["open@example.org", "gone@example.org", "done@example.org"]);
    await ctx.db
      .update(signatures)
      .set({ state: "withdrawn" })
      .where(eq(signatures.id, gone?.confirmation.signatureId ?? ""));
    const confirm = createConfirmingDesk(ctx, inCalifornia);
    expect(await confirm(done?.token ?? "")).toMatchObject({ result: "confirmed" });

    const asked = [open, gone, expired, done, null, open].map((link) => confirm(link?.token ?? "nobody's"));
    expect((await Promise.all(asked)).map((outcome) => outcome?.result ?? null)).toEqual([
      "confirmed",
      null,
      "expired",
      "confirmed",
      null,
      "confirmed",
    ]);
    expect((await listSignatures(ctx)).map(({ state }) => state)).toEqual([
      "pending",
      "confirmed",
      "withdrawn",
      "confirmed",
    ]);
    expect(await listConsents(ctx)).toHaveLength(2);
  }),
);

test(
  "several links of one signature in one group confirm it once and each bring their consents",
  withContext(async (ctx) => {
    const { sign, choose } = await openPetition(ctx);
    const tokens: string[] = [];
    for (const updates of [false, true, false]) {
      await sign({ choices: await choose({ updates }) });
      tokens.push((await mailedLink(ctx)).token);
      ctx.clock.advance(120_000);
    }
    const confirm = createConfirmingDesk(ctx, inCalifornia);
    const outcomes = await Promise.all(tokens.map((token) => confirm(token)));
    expect(new Set(outcomes.map((outcome) => outcome?.result))).toEqual(new Set(["confirmed"]));
    expect(await listSignatures(ctx)).toHaveLength(1);
    expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual([
      "newsletter",
      "petition",
      "petition",
      "petition",
    ]);
  }),
);

test.each([
  ["can't be read", { choices: {} }],
  [
    "names a partner that is gone",
    { choices: sql`jsonb_set(choices, '{partnerIds}', '["0190a0a0-0000-7000-8000-000000000000"]')` },
  ],
])("a form that %s takes none of its group down", (_, change) =>
  withDatabase(async (_, ctx) => {
    const [bad, ...good] = await links(
      ctx,
      ["bad", "a", "b", "c"].map((name) => `${name}@example.org`),
    );
    await ctx.db
      .update(confirmations)
      .set(change)
      .where(eq(confirmations.id, bad?.confirmation.id ?? ""));
    const confirm = createConfirmingDesk(ctx, inCalifornia);
    const outcomes = await Promise.allSettled([...good, bad].map((link) => confirm(link?.token ?? "")));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
    expect((await listSignatures(ctx)).map(({ state }) => state)).toEqual([
      "pending",
      "confirmed",
      "confirmed",
      "confirmed",
    ]);
    expect(await listConsents(ctx)).toHaveLength(good.length);
  })(),
);
