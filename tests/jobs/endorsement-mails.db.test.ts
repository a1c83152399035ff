import { expect, test } from "vitest";
import { confirmEndorsement } from "~/domain/endorsements/confirm-endorsement.server";
import { decideOnEndorsement } from "~/domain/endorsements/moderate-endorsements.server";
import { removeEndorsement } from "~/domain/endorsements/remove-endorsement.server";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { runJob } from "~/jobs/run-job.server";
import { endorsements } from "~db/schema/endorsements";
import { member } from "../domain/access/people";
import { listEndorsementRows, openForm } from "../domain/endorsements/endorsing";
import { withContext } from "../support/database";
import { jobContext, withMailService } from "./sending";

const tokenIn = (text: string | undefined, page: string) =>
  new RegExp(`/en/${page}/([\\w-]+)`).exec(text ?? "")?.[1] ?? "";

test(
  "each step is mailed to the address that was given, with a link that does what the mail says",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const runDue = async () => {
        for (const one of await leaseJobs(job, 10, 60_000)) await runJob(job, one);
      };
      const actor = await member(ctx, "staff@example.org", ["editor"]);
      const { send } = await openForm(ctx);
      await send();
      await runDue();
      expect(resend.sent.map(({ to }) => to)).toEqual([["ada@datalab.example"]]);
      await confirmEndorsement(ctx, tokenIn(resend.sent[0]?.text, "endorse"));
      await runDue();
      expect(resend.sent[1]?.subject).toBe("Your entry under a petition");

      const [row] = await listEndorsementRows(ctx);
      const decision = { campaignId: row?.campaignId ?? "", id: row?.id ?? "", what: "approve" as const, reason: "" };
      await decideOnEndorsement(ctx, actor, decision);
      await runDue();
      expect(resend.sent[2]?.subject).toBe("Your entry is public");
      await decideOnEndorsement(ctx, actor, { ...decision, what: "hide", reason: "We are asking back." });
      await runDue();
      expect(resend.sent[3]?.text).toContain("We are asking back.");
      expect(await removeEndorsement(ctx, tokenIn(resend.sent[1]?.text, "endorsement"))).toBe("removed");
      expect(resend.sent).toHaveLength(4);
    }),
  ),
);

test(
  "a mail whose entry was removed or confirmed meanwhile is not written",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const { send } = await openForm(ctx);
      await send();
      const [row] = await listEndorsementRows(ctx);
      await ctx.db.delete(endorsements);
      for (const one of await leaseJobs(job, 10, 60_000)) await runJob(job, one);
      expect(row?.state).toBe("pending");
      expect(resend.sent).toEqual([]);
    }),
  ),
);
