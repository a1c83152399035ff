import { eq } from "drizzle-orm";
import type { PortalActor } from "~/domain/access/portal-actor";
import type { Context } from "~/domain/context";
import { createMailing, saveText } from "~/domain/mailings/save-mailing.server";
import { leaseJobs } from "~/domain/outbox/lease.server";
import type { JobContext } from "~/jobs/job-context";
import { runJob } from "~/jobs/run-job.server";
import { foldMails } from "~/jobs/write-mails.server";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import type { TestContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { acceptAgreement, petitionFor } from "../supporters/supporters";

const LEASE_MS = 60_000;

/** A petition, the owners of two partners with an agreement, and one of the host. */
export async function mailingScene(ctx: TestContext, locale = "en") {
  const petition = await petitionFor(ctx, locale);
  await acceptAgreement(ctx, somePartner);
  await acceptAgreement(ctx, otherPartner);
  return {
    ...petition,
    owner: await member(ctx, "owner@example.org", ["owner"], somePartner),
    stranger: await member(ctx, "stranger@example.org", ["owner"], otherPartner),
    host: await member(ctx, "host@example.org", ["owner"]),
    /** Each says yes to the partner and confirms. */
    async supporters(names: readonly string[]) {
      for (const name of names) await petition.support(name, { partners: [somePartner] });
    },
  };
}

/** A draft with an English text, and others where they are given. @returns its id */
export async function draft(
  ctx: Context,
  actor: PortalActor,
  { campaign = null, texts = {} }: { campaign?: string | null; texts?: Record<string, string> } = {},
): Promise<string> {
  const id = await createMailing(ctx, actor, {
    key: ctx.newId(),
    name: "Hearing",
    campaign,
    source: "en",
    postalAddress: "P.O. Box 1, Nairobi",
    subject: "The hearing",
    body: "It was **long**. [Read on](https://mto.example/hearing?a=1&b=2).",
  });
  for (const [locale, body] of Object.entries(texts)) {
    await saveText(ctx, actor, id, {
      locale: locale === "sw" ? "sw" : "es",
      subject: `${locale}: hearing`,
      body,
      was: "",
    });
  }
  return id;
}

export async function mailingOf(ctx: Pick<Context, "db">, id: string) {
  const [row] = await ctx.db.select().from(mailings).where(eq(mailings.id, id));
  if (row === undefined) throw new Error("There is no such mailing.");
  return row;
}

export function deliveriesOf(ctx: Pick<Context, "db">, id: string) {
  return ctx.db.select().from(mailingDeliveries).where(eq(mailingDeliveries.mailingId, id));
}

/** Sends the mails that wait, those that nobody has written yet together. @returns how many there were */
export async function mailRound(job: TestContext & JobContext): Promise<number> {
  const mails = await leaseJobs(job, 100, LEASE_MS, "mail");
  const fresh = mails.filter(({ stateSealed, name }) => stateSealed === null && name !== "mail-batch");
  for (const one of mails.filter((mail) => !fresh.includes(mail))) await runJob(job, one);
  const folded = fresh.length > 0 ? await foldMails(job, fresh, LEASE_MS) : null;
  if (folded) await runJob(job, folded.job);
  return mails.length;
}

/** Does one round of what a worker does: other jobs, then all mails that wait. @returns how many jobs it had */
export async function round(job: TestContext & JobContext): Promise<number> {
  const others = await leaseJobs(job, 100, LEASE_MS, "other");
  for (const one of others) await runJob(job, one);
  return others.length + (await mailRound(job));
}

/** Works until nothing is due, also what was put off for a moment. */
export async function workOff(job: TestContext & JobContext): Promise<void> {
  for (let idle = 0; idle < 3; ) {
    idle = (await round(job)) === 0 ? idle + 1 : 0;
    job.clock.advance(1_500);
  }
}
