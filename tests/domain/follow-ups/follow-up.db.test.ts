import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import type { Context } from "~/domain/context";
import { findAnswerRates, getAnswerQuestions, recordAnswers } from "~/domain/follow-ups/answers.server";
import { askForAnswers, forgetFollowUps, issueAnswerLink } from "~/domain/follow-ups/ask-answers.server";
import { wishFollowUp } from "~/domain/follow-ups/wish-follow-up.server";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { findSuppressions } from "~/domain/suppressions/find-suppressions.server";
import { getUnsubscribeState, unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { runJob } from "~/jobs/run-job.server";
import { followUps, officeAnswers } from "~db/schema/deliveries";
import { jobContext, withMailService } from "../../jobs/sending";
import { withContext } from "../../support/database";

const DAY_MS = 86_400_000;
const pelosi = "P000197";
const padilla = "P000145";

async function wish(ctx: Context, email: string, offices = [pelosi]) {
  const { id } = await getFlagship(ctx, "en");
  return wishFollowUp(ctx, { campaignId: id, congress: 119, offices, email, locale: "en", networkHash: null });
}

async function linkOfOnly(ctx: Context): Promise<string> {
  const [row] = (await ctx.db.select().from(followUps)).filter(({ askedAt }) => askedAt === null);
  const issued = row && (await issueAnswerLink(ctx, { campaignId: row.campaignId, followUpId: row.id }));
  if (!issued) throw new Error("There is no wish.");
  return issued.token;
}

test(
  "a mailbox is asked once, after two weeks, and forgotten with it",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const mail = async () => {
        await askForAnswers(ctx);
        for (const one of await leaseJobs(job, 10, 60_000)) await runJob(job, one);
      };
      await wish(ctx, "ada@example.org");
      await wish(ctx, "ADA@example.org", [padilla]);
      ctx.clock.advance(14 * DAY_MS - 1_000);
      await mail();
      expect(resend.sent).toEqual([]);
      ctx.clock.advance(1_000);
      await mail();
      await mail();
      expect(resend.sent.map(({ to }) => to)).toEqual([["ada@example.org"]]);
      expect(resend.sent[0]?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
      const [row] = await ctx.db.select().from(followUps);
      expect(row).toMatchObject({ emailSealed: null });
      expect(row?.offices.toSorted()).toEqual([padilla, pelosi]);

      await wish(ctx, "ada@example.org");
      ctx.clock.advance(20 * DAY_MS);
      await mail();
      expect(resend.sent, "One mail and no other.").toHaveLength(1);
    }),
  ),
);

test(
  "who unsubscribed is not asked, and the mail's own way out works although the address is gone",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      await wish(ctx, "ada@example.org");
      const token = await linkOfOnly(ctx);
      expect(await getUnsubscribeState(ctx, token)).toBe("open");
      expect(await unsubscribe(ctx, token, { locale: "en", gpc: false })).toBe("done");
      expect(await getUnsubscribeState(ctx, token)).toBe("done");
      expect((await findSuppressions(ctx, ["ada@example.org"])).size).toBe(1);

      ctx.clock.advance(61 * DAY_MS);
      await forgetFollowUps(ctx);
      await wish(ctx, "ada@example.org");
      ctx.clock.advance(15 * DAY_MS);
      await askForAnswers(ctx);
      for (const one of await leaseJobs(job, 10, 60_000)) await runJob(job, one);
      expect(resend.sent).toEqual([]);
    }),
  ),
);

test(
  "what is said may be changed for sixty days, and names nobody",
  withContext(async (ctx) => {
    await wish(ctx, "ada@example.org", [pelosi, padilla]);
    const token = await linkOfOnly(ctx);
    expect(await recordAnswers(ctx, token, () => undefined)).toBe("nothing");
    expect(await recordAnswers(ctx, token, () => "bribed")).toBe("nothing");
    expect(await recordAnswers(ctx, token, (office) => (office === pelosi ? "none" : undefined))).toBe("recorded");
    expect(await recordAnswers(ctx, token, (office) => (office === pelosi ? "supports" : undefined))).toBe("recorded");
    const rows = await ctx.db.select().from(officeAnswers);
    expect(rows.map(({ bioguide, answer }) => [bioguide, answer])).toEqual([[pelosi, "supports"]]);
    const { offices } = await getAnswerQuestions(ctx, token);
    expect(Object.fromEntries(offices.map(({ bioguide, answer }) => [bioguide, answer]))).toEqual({
      [pelosi]: "supports",
      [padilla]: null,
    });
    ctx.clock.advance(60 * DAY_MS);
    expect(await recordAnswers(ctx, token, () => "opposes")).toBe("expired");
    await forgetFollowUps(ctx);
    expect(await ctx.db.select().from(officeAnswers)).toHaveLength(1);
  }),
);

test(
  "an office's rate is published once ten people have spoken of it",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    for (let at = 0; at < 12; at++) {
      await wish(ctx, `a${at}@example.org`);
      const token = await linkOfOnly(ctx);
      await recordAnswers(ctx, token, () => (at < 4 ? "form_reply" : "none"));
      const rates = await findAnswerRates(ctx, id, [pelosi, padilla]);
      if (at < 9) expect(rates).toEqual({});
      if (at === 11) expect(rates).toEqual({ [pelosi]: { answered: 4, told: 12 } });
    }
  }),
);
