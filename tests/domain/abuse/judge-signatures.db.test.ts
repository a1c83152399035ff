import { expect, test } from "vitest";
import { createNetworks } from "~/domain/abuse/network-hash.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { releaseHeld } from "~/domain/moderation/release-held.server";
import { remindUnconfirmed } from "~/domain/signatures/remind.server";
import { petitionTotals } from "~db/schema/totals";
import { jobContext, withMailService } from "../../jobs/sending";
import { type TestContext, withContext } from "../../support/database";
import { dump, listJobs, listSignatures, openPetition } from "../signatures/signing";
import { confirmAll, type From, signAs, writeMails } from "./crowd";

const address = "198.51.100.77";
const MINUTE_MS = 60_000;

/** The flagship petition, a worker that only writes, and the hashes of networks. */
function withPetition(
  story: (set: {
    ctx: TestContext;
    job: ReturnType<typeof jobContext<TestContext>>["job"];
    petition: Awaited<ReturnType<typeof openPetition>>;
    networkOf(address: string): Promise<string | null>;
  }) => Promise<void>,
) {
  return withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const petition = await openPetition(ctx);
      const networks = createNetworks(ctx);
      const networkOf = async (one: string) => networks.hashOf(petition.campaign.id, one);
      await story({ ctx, job, petition, networkOf });
    }),
  );
}

async function signMany(petition: Awaited<ReturnType<typeof openPetition>>, number: number, from: From) {
  for (let n = 0; n < number; n++) await signAs(petition, from);
}

const heldOf = async (ctx: TestContext) => (await listSignatures(ctx)).filter(({ heldAt }) => heldAt !== null);
const totalOf = async (ctx: TestContext) => {
  await rollUp(ctx);
  return (await ctx.db.select().from(petitionTotals))[0]?.count ?? 0;
};

test(
  "of a thousand scripted signatures from one address in five minutes none is counted, and everybody else is",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    const networkHash = await networkOf(address);
    let most = 0;
    let mailed = 0;
    for (let round = 0; round < 40; round++) {
      await signMany(petition, 25, { networkHash });
      if (round % 8 === 0) await signMany(petition, 1, { networkHash: await networkOf(`203.0.113.${round}`) });
      const mails = await writeMails(job);
      mailed += mails.length;
      await confirmAll(ctx, mails);
      most = Math.max(most, await totalOf(ctx));
      ctx.clock.advance(7_500);
    }
    const all = await listSignatures(ctx);
    expect(all).toHaveLength(1_005);
    expect(all.filter(({ heldAt }) => heldAt === null).map(({ networkHash: one }) => one)).not.toContain(networkHash);
    expect(most, "The first ones are counted until the limit is reached.").toBeGreaterThan(5);
    expect(await totalOf(ctx), "And then subtracted.").toBe(5);
    expect(mailed, "We are no mail cannon.").toBeLessThanOrEqual(5 + 300);
    expect(await dump(ctx)).not.toContain(address);
  }),
);

test(
  "twenty people behind one address in ten minutes are all counted",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    const networkHash = await networkOf(address);
    for (let person = 0; person < 20; person++) {
      await signAs(petition, { networkHash });
      await confirmAll(ctx, await writeMails(job));
      ctx.clock.advance(30_000);
    }
    expect(await heldOf(ctx)).toEqual([]);
    expect(await totalOf(ctx)).toBe(20);
  }),
);

test(
  "thirty in ten minutes are counted; one more holds them all, whatever their state, and those that come later",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    const networkHash = await networkOf(address);
    await signMany(petition, 29, { networkHash });
    await confirmAll(ctx, await writeMails(job));
    ctx.clock.advance(9 * MINUTE_MS);
    await signAs(petition, { networkHash });
    await writeMails(job);
    expect(await totalOf(ctx)).toBe(29);
    expect(await heldOf(ctx)).toEqual([]);

    await signAs(petition, { networkHash });
    expect(await writeMails(job), "The signer sees no difference.").toHaveLength(1);
    expect(await heldOf(ctx)).toHaveLength(31);
    expect(await totalOf(ctx)).toBe(0);

    await signMany(petition, 1, { networkHash: await networkOf("203.0.113.1") });
    await writeMails(job);
    expect(await heldOf(ctx), "Another network is another matter.").toHaveLength(31);
  }),
);

test(
  "thirty in each of three quarters of an hour are a school; more than a hundred in a day are held",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    const networkHash = await networkOf(address);
    for (let quarter = 0; quarter < 4; quarter++) {
      await signMany(petition, 25, { networkHash });
      await writeMails(job);
      ctx.clock.advance(15 * MINUTE_MS);
    }
    expect(await heldOf(ctx)).toEqual([]);
    await signAs(petition, { networkHash });
    await writeMails(job);
    expect(await heldOf(ctx)).toHaveLength(101);
  }),
);

test.each(["too-fast", "no-stamp"] as const)(
  "%s holds nobody by itself, and lowers the network's limit to ten",
  (signal) =>
    withPetition(async ({ ctx, job, petition, networkOf }) => {
      const networkHash = await networkOf(address);
      await signMany(petition, 10, { networkHash, signals: [signal] });
      await signMany(petition, 5, { networkHash });
      await writeMails(job);
      expect(await heldOf(ctx)).toEqual([]);
      await signAs(petition, { networkHash, signals: [signal] });
      await writeMails(job);
      expect(await heldOf(ctx)).toHaveLength(16);
    })(),
);

test(
  "who filled in the trap is held alone, and gets the mail like everybody",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    const networkHash = await networkOf(address);
    await signAs(petition, { networkHash });
    await signAs(petition, { networkHash, signals: ["honeypot"] });
    const mails = await writeMails(job);
    expect(mails).toHaveLength(2);
    expect((await heldOf(ctx)).map(({ signals }) => signals)).toEqual([["honeypot"]]);
    await confirmAll(ctx, mails);
    expect(await totalOf(ctx)).toBe(1);
  }),
);

test(
  "without a known network nobody is limited: an unnamed proxy must not make all signers one",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    await signMany(petition, 120, { networkHash: await networkOf("10.0.0.1") });
    await writeMails(job);
    expect(await heldOf(ctx)).toEqual([]);
  }),
);

test(
  "above three hundred a day the mail waits for staff, and releasing sends it once",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    const networkHash = await networkOf(address);
    for (let round = 0; round < 3; round++) {
      await signMany(petition, 100, { networkHash });
      expect(await writeMails(job)).toHaveLength(100);
    }
    await signMany(petition, 5, { networkHash });
    expect(await writeMails(job)).toEqual([]);
    const withheld = (await listSignatures(ctx)).filter(({ signals }) => signals.includes("mail-withheld"));
    expect(withheld).toHaveLength(5);

    ctx.clock.advance(2 * 24 * 60 * MINUTE_MS);
    await remindUnconfirmed(ctx);
    expect(await listJobs(ctx, "email-reminder"), "No reminder goes around it either.").toHaveLength(300);

    ctx.clock.advance(6 * 24 * 60 * MINUTE_MS);
    const order = { criteria: { heldOnly: true }, reason: "A conference", by: "Ada" } as const;
    const where = { campaignId: petition.campaign.id, petitionId: petition.petition.id };
    expect(await releaseHeld(ctx, where, order)).toBe(305);
    expect(await releaseHeld(ctx, where, order)).toBe(0);
    const mails = await writeMails(job);
    expect(mails).toHaveLength(5);
    await confirmAll(ctx, mails);
    expect(await totalOf(ctx), "The links of that late mail still work.").toBe(5);
  }),
);

test(
  "what staff have released is not held again, and leaves room for others of its network",
  withPetition(async ({ ctx, job, petition, networkOf }) => {
    const networkHash = await networkOf(address);
    await signMany(petition, 31, { networkHash });
    await confirmAll(ctx, await writeMails(job));
    expect(await heldOf(ctx)).toHaveLength(31);
    await releaseHeld(
      ctx,
      { campaignId: petition.campaign.id, petitionId: petition.petition.id },
      { criteria: { networkHash: networkHash ?? "" }, reason: "A village", by: "Ada" },
    );
    expect(await totalOf(ctx)).toBe(31);
    await signMany(petition, 30, { networkHash });
    await writeMails(job);
    expect(await heldOf(ctx)).toEqual([]);
    await signAs(petition, { networkHash });
    await writeMails(job);
    expect(await heldOf(ctx)).toHaveLength(31);
    expect(await totalOf(ctx)).toBe(31);
  }),
);

test(
  "an address for throwing away is a hint and nothing more",
  withPetition(async ({ ctx, job, petition }) => {
    await signAs(petition, { domain: "mailinator.com" });
    await signAs(petition, { domain: "eu.mailinator.com" });
    await signAs(petition, { domain: "example.org" });
    const mails = await writeMails(job);
    expect(mails).toHaveLength(3);
    expect((await listSignatures(ctx)).map(({ signals }) => signals)).toEqual([
      ["disposable-domain"],
      ["disposable-domain"],
      [],
    ]);
    await confirmAll(ctx, mails);
    expect(await totalOf(ctx)).toBe(3);
  }),
);

test(
  "a domain that takes no mail is a hint and nothing more; one that is not known yet is asked for by a job",
  withPetition(async ({ ctx, job, petition }) => {
    const answers: Record<string, "takes-mail" | "takes-none"> = {
      "example.org": "takes-mail",
      "none.example": "takes-none",
    };
    const mailDomains = {
      known: (domain: string) => answers[domain] ?? null,
      lookUp: async () => "takes-none" as const,
    };
    for (const domain of ["example.org", "none.example", "new.example"]) await signAs(petition, { domain });
    expect(await writeMails({ ...job, mailDomains })).toHaveLength(3);
    expect((await listSignatures(ctx)).map(({ signals }) => signals)).toEqual([[], ["no-mail-server"], []]);
    const asked = await listJobs(ctx, "look-up-mail-domain");
    expect(asked).toHaveLength(1);
    expect(asked[0]?.payload).toEqual({
      campaignId: petition.campaign.id,
      signatureId: (await listSignatures(ctx))[2]?.id,
    });
  }),
);
