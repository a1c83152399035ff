import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollUp } from "~/domain/counting/roll-up.server";
import { auditLog } from "~db/schema/audit";
import { insertConfirmed } from "../domain/counting/many-signatures";
import { openPetition } from "../domain/signatures/signing";
import { startProcess } from "../support/child-process";
import { withPostgres } from "../support/database";

const key = Buffer.alloc(32, 1).toString("base64");

async function recount(databaseUrl: string, ...args: string[]) {
  const running = startProcess("app/commands/recount.command.ts", args, {
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: "https://privacy.example",
    SESSION_SECRET: key,
    PII_KEYS: `lookup:${key},k1:${key}`,
    EMAIL_FROM: "Privacy for All <hello@privacy.example>",
    RESEND_API_KEY: "re_test",
  });
  const hasSucceeded = await running.end().then(
    () => true,
    () => false,
  );
  return { hasSucceeded, said: running.output() };
}

test(
  "staff see that every count is right, see which is not, and make it right under their name",
  withPostgres(async ({ url }, ctx) => {
    const { petition } = await openPetition(ctx);
    await insertConfirmed(ctx, petition, 50);
    await rollUp(ctx);
    const right = await recount(url);
    expect(right.said).toMatch(new RegExp(`${petition.id} +50 +50 +50 +0 +0\n`));
    expect(right).toMatchObject({ hasSucceeded: true, said: expect.stringContaining("Every count is right.") });

    await ctx.db.execute(sql`update petition_totals set count = 52`);
    const wrong = await recount(url);
    expect(wrong.said).toMatch(new RegExp(`${petition.id} +50 +52 +50 +0 +0\n`));
    expect(wrong).toMatchObject({ hasSucceeded: false, said: expect.stringContaining("Counts that differ: 1 of") });

    expect(await recount(url, "--repair")).toMatchObject({
      hasSucceeded: false,
      said: expect.stringContaining("--by"),
    });
    const repaired = await recount(url, "--repair", "--by", "Grace");
    expect(repaired).toMatchObject({ hasSucceeded: true, said: expect.stringContaining("Every count is right.") });
    expect(await ctx.db.select().from(auditLog)).toMatchObject([{ actor: "Grace", action: "totals.repair" }]);
  }),
);
