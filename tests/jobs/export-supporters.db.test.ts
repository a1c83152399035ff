import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { MAX_ATTEMPTS } from "~/jobs/back-off";
import { runJob } from "~/jobs/run-job.server";
import { exportChunks, supporterExports } from "~db/schema/exports";
import { outbox } from "~db/schema/outbox";
import { memberships } from "~db/schema/users";
import { somePartner } from "../domain/access/people";
import { ask, download, exportOf, exportScene, namesIn } from "../domain/exports/exporting";
import { type TestContext, withContext } from "../support/database";
import { jobContext, withMailService } from "./sending";

const LEASE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Does what is due of one kind, and what comes of it, until nothing is. */
async function runAll(job: ReturnType<typeof jobContext<TestContext>>["job"], names: readonly string[]) {
  for (;;) {
    const due = (await leaseJobs(job, 50, LEASE_MS)).filter(({ name }) => names.includes(name));
    if (due.length === 0) return;
    for (const one of due) await runJob(job, one);
  }
}

const both = ["export-supporters", "email-export-ready"];

test(
  "a worker writes the file and mails who asked, with a link to a page where one has to sign in",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const { support, owner } = await exportScene(ctx);
      for (const name of ["Ada", "Berta"]) await support(name, { partners: [somePartner] });
      const id = await ask(ctx, owner);
      await runAll(job, both);
      expect(await exportOf(ctx, id)).toMatchObject({ state: "ready", written: 2 });
      const mails = resend.sent.filter(({ to }) => to.includes("owner@example.org"));
      expect(mails).toHaveLength(1);
      expect(mails[0]?.subject).toBe("Your file of supporters is ready");
      const links = [...(mails[0]?.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
      expect(links).toContain(`https://privacy.example/portal/${somePartner}/exports`);
      expect(`${mails[0]?.html}${mails[0]?.text}`).not.toMatch(/Ada|Berta|mail\.example|[\w-]{40,}/);
      expect(namesIn(await download(ctx, owner, id))).toEqual(["Ada", "Berta"]);
    }),
  ),
);

test(
  "nobody is mailed about a file that was cancelled, or who left the team",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const { owner } = await exportScene(ctx);
      await ask(ctx, owner);
      await runAll(job, ["export-supporters"]);
      await ctx.db.update(memberships).set({ endedAt: ctx.now() }).where(eq(memberships.userId, owner.userId));
      await runAll(job, both);
      expect(resend.sent.filter(({ to }) => to.includes("owner@example.org"))).toEqual([]);
    }),
  ),
);

test(
  "a file whose job is given up is said to have failed, and leaves nothing behind",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const { support, owner } = await exportScene(ctx);
      await support("Ada", { partners: [somePartner] });
      const id = await ask(ctx, owner);
      // A cursor that nobody could have written.
      await ctx.db.update(supporterExports).set({ cursor: { campaignId: "none" } });
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        await runAll(job, both);
        ctx.clock.advance(2 * HOUR_MS);
      }
      expect(await exportOf(ctx, id)).toMatchObject({ state: "over", endedAs: "failed" });
      expect(await ctx.db.select().from(exportChunks)).toEqual([]);
      const dead = (await ctx.db.select().from(outbox)).filter(({ deadAt }) => deadAt !== null);
      expect(dead.map(({ name }) => name)).toEqual(["export-supporters"]);
    }),
  ),
);
