import { expect, test } from "vitest";
import { enqueue } from "~/domain/outbox/enqueue.server";
import { buryJob, leaseJobs } from "~/domain/outbox/lease.server";
import { auditLog } from "~db/schema/audit";
import { listJobs } from "../domain/signatures/signing";
import { startProcess } from "../support/child-process";
import { withPostgres } from "../support/database";

const key = Buffer.alloc(32, 1).toString("base64");

async function outboxCommand(databaseUrl: string, ...args: string[]) {
  const running = startProcess("app/commands/outbox.command.ts", args, {
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
  "staff see what was given up and why, and let it be tried again under their name",
  withPostgres(async ({ url }, ctx) => {
    await enqueue(ctx, "email-confirmation", { campaignId: ctx.newId(), confirmationId: ctx.newId() });
    await enqueue(ctx, "email-already-signed", { campaignId: ctx.newId(), signatureId: ctx.newId() });
    const [dead] = await leaseJobs(ctx, 1, 60_000);
    if (!dead) throw new Error("A job was to be leased.");
    await buryJob(ctx, dead.id, "validation_error 422");

    const all = await outboxCommand(url, "list");
    expect(all.said).toMatch(/email-already-signed +1 +0\n/);
    expect(all.said).toMatch(new RegExp(`${dead.id} +email-confirmation +.* UTC +1 +validation_error 422\n`));
    expect((await outboxCommand(url, "list", "--waiting")).said).toMatch(/email-already-signed +.* UTC +0\n/);

    expect(await outboxCommand(url, "retry", dead.id)).toMatchObject({
      hasSucceeded: false,
      said: expect.stringContaining("--by"),
    });
    expect(await outboxCommand(url, "retry", "--by", "Grace")).toMatchObject({
      hasSucceeded: false,
      said: expect.stringContaining("--all"),
    });
    expect((await listJobs(ctx)).filter(({ deadAt }) => deadAt !== null)).toHaveLength(1);
    expect(await outboxCommand(url, "retry", dead.id, "--by", "Grace")).toMatchObject({
      hasSucceeded: true,
      said: expect.stringContaining("Jobs that are tried again: 1."),
    });
    expect(await outboxCommand(url, "retry", dead.id, "--by", "Grace")).toMatchObject({
      hasSucceeded: false,
      said: expect.stringContaining(`No job with the id ${dead.id} was given up.`),
    });
    expect((await outboxCommand(url, "list", "--dead")).said).toContain("No job was given up.");
    expect(await ctx.db.select().from(auditLog)).toMatchObject([{ actor: "Grace", action: "outbox.retry" }]);
  }),
);
