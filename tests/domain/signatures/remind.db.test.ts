import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmByCode } from "~/domain/signatures/confirm-by-code.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { issueReminderLink, remindUnconfirmed } from "~/domain/signatures/remind.server";
import { suppress } from "~/domain/suppressions/find-suppressions.server";
import { campaigns } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import { confirmations, signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import {
  inCalifornia,
  listConfirmations,
  listConsents,
  listJobs,
  listSignatures,
  mailedLink,
  openPetition,
} from "./signing";

const DAY_MS = 86_400_000;

/** Whom the reminders so far are for. */
async function remindedEmails(ctx: TestContext): Promise<string[]> {
  const rows = await listSignatures(ctx);
  const jobs = await listJobs(ctx, "email-reminder");
  return jobs
    .map(({ payload }) => rows.find(({ id }) => JSON.stringify(payload).includes(id)))
    .map((row) => ctx.vault.open("signature.email", row?.emailSealed ?? ""))
    .sort();
}

async function newestReminder(ctx: TestContext) {
  const [row] = (await listSignatures(ctx)).slice(-1);
  const issued = row && (await issueReminderLink(ctx, { campaignId: row.campaignId, signatureId: row.id }));
  if (!issued) throw new Error("There is nothing to remind of.");
  return issued;
}

test(
  "who has not confirmed after two days is reminded, once",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    ctx.clock.advance(2 * DAY_MS - 1);
    expect(await remindUnconfirmed(ctx)).toBe(0);
    ctx.clock.advance(1);
    expect(await remindUnconfirmed(ctx)).toBe(1);
    const [row] = await listSignatures(ctx);
    expect(row?.remindedAt).toEqual(ctx.now());
    expect(await listJobs(ctx, "email-reminder")).toMatchObject([
      { payload: { campaignId: row?.campaignId, signatureId: row?.id }, priority: 30 },
    ]);
    for (let day = 0; day < 12; day++) {
      ctx.clock.advance(DAY_MS);
      expect(await remindUnconfirmed(ctx)).toBe(0);
    }
    expect(await listJobs(ctx, "email-reminder")).toHaveLength(1);
  }),
);

test(
  "nobody is reminded who confirmed, is suppressed, was struck or signed too long ago",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign({ email: "late@example.org" });
    ctx.clock.advance(10 * DAY_MS);
    await sign({ email: "confirmed@example.org" });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    await sign({ email: "struck@example.org" });
    const struck = (await listSignatures(ctx)).at(-1);
    await ctx.db
      .update(signatures)
      .set({ state: "struck" })
      .where(eq(signatures.id, struck?.id ?? ""));
    for (const reason of ["bounced", "complained", "unsubscribed"] as const) {
      await sign({ email: `${reason}@example.org` });
      await suppress(ctx, `${reason}@example.org`, reason);
    }
    await sign({ email: "held@example.org" });
    const held = (await listSignatures(ctx)).at(-1);
    await ctx.db
      .update(signatures)
      .set({ heldAt: ctx.now() })
      .where(eq(signatures.id, held?.id ?? ""));
    await sign({ email: "waiting@example.org" });
    ctx.clock.advance(2 * DAY_MS);
    expect(await remindUnconfirmed(ctx)).toBe(2);
    expect(await remindedEmails(ctx), "Who is held sees no difference.").toEqual([
      "held@example.org",
      "waiting@example.org",
    ]);
    const pending = (await listSignatures(ctx)).filter(({ state }) => state === "pending");
    expect(pending.every(({ remindedAt }) => remindedAt !== null)).toBe(true);
  }),
);

test.each(["closed", "unpublished"] as const)("nobody is reminded of a petition that is %s", (how) =>
  withContext(async (ctx) => {
    const { sign, campaign, petition } = await openPetition(ctx);
    await sign();
    ctx.clock.advance(2 * DAY_MS);
    if (how === "closed")
      await ctx.db.update(petitions).set({ closesAt: ctx.now() }).where(eq(petitions.id, petition.id));
    else await ctx.db.update(campaigns).set({ status: "closed" }).where(eq(campaigns.id, campaign.id));
    expect(await remindUnconfirmed(ctx)).toBe(0);
    expect(await listJobs(ctx, "email-reminder")).toEqual([]);
  })(),
);

test(
  "more than a batch is reminded in one go",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const [row] = await listSignatures(ctx);
    if (!row) throw new Error("Nobody signed.");
    const many = Array.from({ length: 1_000 }, (_, at) => ({
      ...row,
      id: ctx.newId(),
      mailboxHash: `mailbox ${at}`,
      identityHash: `identity ${at}`,
    }));
    await ctx.db.insert(signatures).values(many);
    ctx.clock.advance(2 * DAY_MS);
    expect(await remindUnconfirmed(ctx)).toBe(1_001);
    expect(await listJobs(ctx, "email-reminder")).toHaveLength(1_001);
  }),
);

test(
  "a reminder's link confirms what the newest form said, and the older links go on working",
  withContext(async (ctx) => {
    const { sign, choose } = await openPetition(ctx);
    await sign({ country: "KE" });
    ctx.clock.advance(3_600_000);
    const given = ctx.now();
    await sign({ country: "US", postalCode: "94110", choices: await choose({ updates: true }) });
    const first = await mailedLink(ctx);
    ctx.clock.advance(2 * DAY_MS);
    const issued = await newestReminder(ctx);
    expect(issued.confirmation).toMatchObject({ country: "US", postalCode: "94110", givenAt: given });
    expect(issued).toMatchObject({ validDays: 7 });
    expect(issued.token).not.toBe(first.token);
    await confirmByToken(ctx, first.token, inCalifornia);
    expect(await listSignatures(ctx)).toMatchObject([{ state: "confirmed", usDistrict: 11 }]);
    expect((await listConsents(ctx)).map(({ purpose }) => purpose)).toEqual(["newsletter", "petition"]);
  }),
);

test(
  "a reminder's code confirms, however many mails were asked for that day",
  withContext(async (ctx) => {
    const { sign, petition, choose } = await openPetition(ctx);
    await sign();
    ctx.clock.advance(2 * DAY_MS);
    for (let mail = 0; mail < 5; mail++) {
      ctx.clock.advance(60_001);
      await sign({ choices: await choose({ updates: mail % 2 === 0 }) });
    }
    const { code } = await newestReminder(ctx);
    const typed = { email: "ada@example.org", code };
    expect(await confirmByCode(ctx, petition, typed, inCalifornia)).toMatchObject({ result: "confirmed" });
  }),
);

test(
  "no reminder's link outlives its signature, and none is written when a day is not left",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const [row] = await listSignatures(ctx);
    const ids = { campaignId: row?.campaignId ?? "", signatureId: row?.id ?? "" };
    ctx.clock.advance(11 * DAY_MS);
    const deletedAt = new Date((row?.signedAt.getTime() ?? 0) + 14 * DAY_MS);
    expect(await issueReminderLink(ctx, ids)).toMatchObject({ validDays: 3, deletedAt });
    expect((await listConfirmations(ctx)).at(-1)?.expiresAt).toEqual(deletedAt);
    ctx.clock.advance(2 * DAY_MS + 1);
    expect(await issueReminderLink(ctx, ids)).toBeNull();
    ctx.clock.advance(DAY_MS);
    await forgetWhatIsOver(ctx);
    expect(await issueReminderLink(ctx, ids)).toBeNull();
    expect(await listConfirmations(ctx)).toEqual([]);
  }),
);

test.each(["confirmed", "withdrawn", "struck"] as const)(
  "nothing is written for a signature that is %s meanwhile",
  (state) =>
    withContext(async (ctx) => {
      await (await openPetition(ctx)).sign();
      await ctx.db.update(signatures).set({ state });
      await expect(newestReminder(ctx)).rejects.toThrow("nothing to remind of");
      expect(await ctx.db.select().from(confirmations)).toHaveLength(1);
    })(),
);
