import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordAudit } from "~/domain/audit/record-audit.server";
import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { withContext } from "../../support/database";

test(
  "each entry holds the hash of the one before, and the whole is verified",
  withContext(async (ctx) => {
    const before = await verifyAudit(ctx);
    for (const action of ["one.done", "two.done", "three.done"]) {
      await recordAudit(ctx, { actor: "Ada", action, facts: { b: 1, a: [true, null, "x"] } });
    }
    const after = await verifyAudit(ctx);
    expect(after).toMatchObject({ rows: before.rows + 3, broken: null });
    expect(after.lastHash).not.toBe(before.lastHash);
  }),
);

test(
  "an entry can be neither changed nor taken away",
  withContext(async (ctx) => {
    await recordAudit(ctx, { actor: "Ada", action: "one.done" });
    for (const change of [
      sql`update audit_log set actor = 'Eve'`,
      sql`delete from audit_log`,
      sql`truncate audit_log`,
    ]) {
      await expect(ctx.db.transaction((db) => db.execute(change))).rejects.toThrow();
    }
    expect(await verifyAudit(ctx)).toMatchObject({ broken: null });
  }),
);

test.each([
  ["content", sql`update audit_log set actor = 'Eve' where action = 'two.done'`],
  ["gap", sql`delete from audit_log where action = 'two.done'`],
  ["previous", sql`update audit_log set previous_hash = repeat('f', 64) where action = 'two.done'`],
])("whoever gets around that is found out: %s", (why, change) =>
  withContext(async (ctx) => {
    for (const action of ["one.done", "two.done", "three.done"]) await recordAudit(ctx, { actor: "Ada", action });
    await ctx.db.execute(sql`alter table audit_log disable trigger audit_log_append_only`);
    await ctx.db.execute(change);
    expect((await verifyAudit(ctx)).broken?.why).toBe(why);
  })(),
);
