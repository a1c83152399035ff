import { expect, test } from "vitest";
import { listCorrections } from "~/domain/offices/list-corrections.server";
import { auditLog } from "~db/schema/audit";
import { officeReports } from "~db/schema/office-facts";
import { startProcess } from "../support/child-process";
import { withPostgres } from "../support/database";

const key = Buffer.alloc(32, 1).toString("base64");

async function run(databaseUrl: string, ...args: string[]) {
  const running = startProcess("app/commands/offices.command.ts", args, {
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: "https://privacy.example",
    SESSION_SECRET: key,
    PII_KEYS: `lookup:${key},k1:${key}`,
    EMAIL_FROM: "Privacy for All <hello@privacy.example>",
    RESEND_API_KEY: "re_test",
  });
  await running.end().catch(() => undefined);
  return running.output();
}

test(
  "staff list offices, put a number right and take it back, under their name",
  withPostgres(async ({ url }, ctx) => {
    expect(await run(url, "correct", "P000197", "phone", "202-225-0001")).toContain("--by");
    await run(url, "correct", "P000197", "phone", "202-225-0001", "--by", "Ada");
    const [correction] = await listCorrections(ctx.db);
    const id = ctx.newId();
    await ctx.db.insert(officeReports).values({
      id,
      congress: 119,
      bioguide: "P000197",
      kind: "number_dead",
      shown: "202-225-0001",
      requestKey: ctx.newId(),
      at: ctx.now(),
    });
    const list = await run(url, "list");
    expect(list).toContain(correction?.id);
    expect(list).toMatch(/P000197 +phone +202-225-0001 .*standing +Ada/);
    expect(list).toMatch(new RegExp(`${id} +P000197 +number_dead +202-225-0001 +1`));
    expect(await run(url, "set-aside", id, "--by", "Ada")).toContain("Set aside: 1.");
    expect(await run(url, "report", "--csv", "-")).toContain("DISTRICT,SIGNATURES");
    await run(url, "withdraw", correction?.id ?? "", "--by", "Grace");
    expect(await listCorrections(ctx.db)).toEqual([]);
    expect((await ctx.db.select().from(auditLog)).map(({ actor, action }) => `${actor} ${action}`).sort()).toEqual([
      "Ada office.correct",
      "Ada office.set-aside",
      "Grace office.withdraw",
    ]);
  }),
);
