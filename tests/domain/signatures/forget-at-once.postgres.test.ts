import { eq, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { renewByToken } from "~/domain/signatures/renew-confirmation.server";
import { unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { issueUnsubscribeLink } from "~/domain/suppressions/unsubscribe-links.server";
import { connectPostgres } from "~db/connect-postgres";
import { signatures } from "~db/schema/signatures";
import { unsubscribeLinks } from "~db/schema/suppressions";
import { type TestContext, withPostgres } from "../../support/database";
import { testContext } from "../../support/test-context";
import { inCalifornia, listConfirmations, listSignatures, mailedLink, openPetition } from "./signing";

const DAY_MS = 86_400_000;

/** A process whose clock is far ahead: for it everything pending is over. */
function aheadOf(ctx: TestContext, db = ctx.db): TestContext {
  const ahead = testContext(db);
  ahead.clock.set(new Date(ctx.now().getTime() + 15 * DAY_MS));
  return ahead;
}

/** A pending signature with a mailed link and an unsubscribe link. */
async function signWithLinks(ctx: TestContext, signer: string) {
  const { sign } = await openPetition(ctx);
  await sign({ email: `${signer}@example.org`, name: signer });
  const signature = (await listSignatures(ctx)).at(-1);
  if (!signature) throw new Error("Somebody was to sign.");
  const { campaignId, id } = signature;
  const { token } = await mailedLink(ctx);
  return { id, token, leave: await issueUnsubscribeLink(ctx, { campaignId, signatureId: id, locale: "en" }) };
}

const holds: [string, (id: string) => SQL][] = [
  [
    "its confirmation, as confirming does",
    (id) => sql`update confirmations set used_at = now() where signature_id = ${id}`,
  ],
  ["itself, as renewing does", (id) => sql`select id from signatures where id = ${id} for update`],
  ["its unsubscribe link", (id) => sql`update unsubscribe_links set used_at = now() where signature_id = ${id}`],
];

test.each(holds)("a signature is passed over while somebody holds %s, and goes the next time", (_, hold) =>
  withPostgres(async ({ url }, ctx) => {
    const held = await signWithLinks(ctx, "Held");
    await signWithLinks(ctx, "Free");
    const other = connectPostgres(url, { poolSize: 1 });
    try {
      await ctx.db.transaction(async (db) => {
        await db.execute(hold(held.id));
        // If it waited, it would wait for this very transaction.
        expect(await forgetWhatIsOver(aheadOf(ctx, other.db))).toMatchObject({ signatures: 1 });
        await db.update(signatures).set({ remindedAt: ctx.now() }).where(eq(signatures.id, held.id));
      });
    } finally {
      await other.close();
    }
    expect(await listSignatures(ctx)).toMatchObject([{ id: held.id }]);
    expect(await forgetWhatIsOver(aheadOf(ctx))).toMatchObject({ signatures: 1 });
    expect(await listConfirmations(ctx)).toEqual([]);
    expect(await ctx.db.select().from(unsubscribeLinks)).toEqual([]);
  })(),
);

test(
  "forgetting beside confirming, renewing and unsubscribing leaves each signature whole or gone, and nobody fails",
  withPostgres(async ({ url }, ctx) => {
    const signers: Awaited<ReturnType<typeof signWithLinks>>[] = [];
    for (let signer = 0; signer < 60; signer++) {
      signers.push(await signWithLinks(ctx, `Ada${String.fromCharCode(97 + (signer % 26)).repeat(1 + signer / 26)}`));
    }
    ctx.clock.advance(120_000);
    const other = connectPostgres(url);
    const gone = (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "tokenNotFound") return "gone";
      throw error;
    };
    try {
      const outcomes = await Promise.all([
        ...signers.map(({ token }) => confirmByToken(ctx, token, inCalifornia).catch(gone)),
        ...signers.map(({ token }) => renewByToken(ctx, token).catch(gone)),
        ...signers.map(({ leave }) => unsubscribe(ctx, leave, { locale: "en", gpc: false })),
        ...[1, 2, 3, 4].map(() => forgetWhatIsOver(aheadOf(ctx, other.db))),
      ]);
      expect(outcomes).toHaveLength(184);
    } finally {
      await other.close();
    }
    const left = await listSignatures(ctx);
    const confirmed = left.filter(({ state }) => state === "confirmed");
    const used = (await listConfirmations(ctx)).filter(({ usedAt }) => usedAt !== null);
    expect(new Set(used.map(({ signatureId }) => signatureId))).toEqual(new Set(confirmed.map(({ id }) => id)));
  }),
);

test(
  "more than one batch goes in one run",
  withPostgres(async (_, ctx) => {
    await signWithLinks(ctx, "Ada");
    await ctx.db.execute(sql`
      insert into signatures (id, mailbox_hash, campaign_id, petition_id, state, identity_hash, mailbox_slot, name_sealed,
        email_sealed, country, locale, signed_at)
      select gen_random_uuid(), 'mailbox ' || n, campaign_id, petition_id, state, 'identity ' || n, mailbox_slot, name_sealed,
        email_sealed, country, locale, signed_at
      from signatures, generate_series(1, 1200) n`);
    expect(await forgetWhatIsOver(aheadOf(ctx))).toMatchObject({ signatures: 1201 });
  }),
);
