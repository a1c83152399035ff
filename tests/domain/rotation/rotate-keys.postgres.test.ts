import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rotateKeys } from "~/domain/rotation/rotate-keys.server";
import { withdrawSignature } from "~/domain/signatures/withdraw-signature.server";
import { createVault } from "~/services/vault.server";
import { connectPostgres } from "~db/connect-postgres";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withPostgres } from "../../support/database";
import { listSignatures, openPetition } from "../signatures/signing";

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const [oldKey, newKey] = [keyOf("k1", 21), keyOf("k2", 22)];
const lookup = Buffer.alloc(32, 23);
const under = (ctx: TestContext, ...keys: { id: string; key: Buffer }[]): TestContext => ({
  ...ctx,
  vault: createVault(keys, lookup),
});

/** As many confirmed signatures, all sealed under the old key. */
async function fill(ctx: TestContext, count: number) {
  await (await openPetition(under(ctx, oldKey))).sign();
  await ctx.db.execute(sql`
    insert into signatures (id, mailbox_hash, identity_hash, campaign_id, petition_id, state, mailbox_slot, name_sealed,
      email_sealed, country, locale, signed_at)
    select gen_random_uuid(), 'mailbox ' || n, 'identity ' || n, campaign_id, petition_id, 'confirmed', mailbox_slot,
      name_sealed, email_sealed, country, locale, signed_at
    from signatures, generate_series(2, ${count}) n`);
}

test(
  "two rotations at once, while people withdraw, leave nothing under the old key and undo nothing",
  withPostgres(async ({ url }, ctx) => {
    await fill(ctx, 3_000);
    const confirmed = (await listSignatures(ctx)).filter(({ state }) => state === "confirmed");
    const leaving = confirmed.filter((_, place) => place % 10 === 0);
    const other = connectPostgres(url);
    try {
      const serving = under({ ...ctx, db: other.db }, newKey, oldKey);
      const [first, second] = await Promise.all([
        rotateKeys(under(ctx, newKey, oldKey)),
        rotateKeys(under(ctx, newKey, oldKey)),
        ...leaving.map((signature) => withdrawSignature(serving, signature, { locale: "en", gpc: false })),
      ]);
      for (const report of [first, second]) {
        expect(report.isComplete).toBe(true);
        for (const { busy, unopened } of report.fields) expect([busy, unopened]).toEqual([0, []]);
      }
    } finally {
      await other.close();
    }
    const { vault } = under(ctx, newKey);
    const rows = await listSignatures(ctx);
    const names = new Map(rows.map((row) => [row.id, vault.open("signature.name", row.nameSealed)]));
    expect(rows.every(({ emailSealed }) => vault.keyIdOf(emailSealed) === "k2")).toBe(true);
    for (const { id } of leaving) expect(names.get(id)).toBe("");
    expect([...names.values()].filter((name) => name === "Ada Lovelace")).toHaveLength(3_000 - leaving.length);
  }),
);

test(
  "a row that somebody holds is not waited for, is told of, and is sealed anew the next time",
  withPostgres(async ({ url }, ctx) => {
    await fill(ctx, 3);
    const [held] = await listSignatures(ctx);
    const other = connectPostgres(url, { poolSize: 1 });
    const rotating = under({ ...ctx, db: other.db }, newKey, oldKey);
    const nameField = async () =>
      (await rotateKeys(rotating)).fields.find(({ name }) => name === "signatures.name_sealed");
    try {
      await ctx.db.transaction(async (db) => {
        await db
          .update(signatures)
          .set({ remindedAt: ctx.now() })
          .where(eq(signatures.id, held?.id ?? ""));
        expect(await nameField()).toMatchObject({ resealed: 2, busy: 1 });
      });
      expect(await nameField()).toMatchObject({ resealed: 1, busy: 0 });
    } finally {
      await other.close();
    }
  }),
);
