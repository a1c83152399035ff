import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { getConfirmation } from "~/domain/signatures/confirmation.server";
import { mailboxHash } from "~/domain/signatures/signature-hashes";
import { findSuppressions } from "~/domain/suppressions/find-suppressions.server";
import { forgetMailTraces } from "~/domain/suppressions/forget-mail-traces.server";
import { getUnsubscribeState, unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { issueUnsubscribeLink, UNSUBSCRIBE_DAYS } from "~/domain/suppressions/unsubscribe-links.server";
import { campaigns } from "~db/schema/campaigns";
import { consents } from "~db/schema/consents";
import { petitions } from "~db/schema/petitions";
import { signatures } from "~db/schema/signatures";
import { mailEvents, unsubscribeLinks } from "~db/schema/suppressions";
import { type TestContext, withContext } from "../../support/database";
import { ada, dump, inCalifornia, listConsents, listSignatures, mailedLink, openPetition } from "../signatures/signing";

const DAY_MS = 86_400_000;
const page = { locale: "es", gpc: false };
const reasonsFor = async (ctx: TestContext, email = ada.email) =>
  [...((await findSuppressions(ctx, [email])).get(email) ?? [])].sort();

/** Ada signs with updates and confirms; somebody else does, too. */
async function subscribed(ctx: TestContext) {
  const { sign, choose, campaign, ...rest } = await openPetition(ctx);
  const choices = await choose({ updates: true });
  await sign({ email: "grace@example.org", choices });
  await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
  await sign({ choices });
  const { token, confirmation } = await mailedLink(ctx);
  await confirmByToken(ctx, token, inCalifornia);
  ctx.clock.advance(60_000);
  const { signatureId } = confirmation;
  const link = () => issueUnsubscribeLink(ctx, { campaignId: campaign.id, signatureId, locale: "en" });
  return { sign, choose, campaign, signatureId, link, ...rest };
}

const newsletterRows = async (ctx: TestContext) =>
  (await listConsents(ctx)).filter(({ purpose }) => purpose === "newsletter");

test(
  "unsubscribing takes the yes back as evidence, suppresses the mailbox and leaves the signature",
  withContext(async (ctx) => {
    const { link, signatureId } = await subscribed(ctx);
    const token = await link();
    expect(await getUnsubscribeState(ctx, token)).toBe("open");
    const signed = await listSignatures(ctx);
    expect(await unsubscribe(ctx, token, page)).toBe("done");

    expect(await listSignatures(ctx)).toEqual(signed);
    expect(await reasonsFor(ctx)).toEqual(["unsubscribed"]);
    expect(await reasonsFor(ctx, "grace@example.org")).toEqual([]);
    const rows = await newsletterRows(ctx);
    const yes = rows.find((row) => row.signatureId === signatureId && row.granted);
    expect(rows.filter(({ granted }) => !granted)).toEqual([
      {
        ...yes,
        id: expect.any(String),
        granted: false,
        source: "unsubscribe",
        locale: "es",
        givenAt: ctx.now(),
        recordedAt: ctx.now(),
      },
    ]);
    expect(await getUnsubscribeState(ctx, token)).toBe("done");
    expect(await dump(ctx)).not.toContain(token);
  }),
);

test(
  "it may be done again and again, by any link of the mailbox, and is done once",
  withContext(async (ctx) => {
    const { link } = await subscribed(ctx);
    const [token, other] = [await link(), await link()];
    await unsubscribe(ctx, token, page);
    const rows = await newsletterRows(ctx);
    ctx.clock.advance(DAY_MS);
    expect(await getUnsubscribeState(ctx, other)).toBe("done");
    for (const each of [token, other, token]) expect(await unsubscribe(ctx, each, page)).toBe("done");
    expect(await newsletterRows(ctx)).toEqual(rows);
  }),
);

test(
  "it reaches every campaign of the host, and forms that wait to be confirmed",
  withContext(async (ctx) => {
    const { link, sign, choose, campaign } = await subscribed(ctx);
    await sign({ name: "William King", email: "ADA@example.org", choices: await choose({ updates: true }) });
    const waiting = await mailedLink(ctx);
    const elsewhere = await copyToAnotherCampaign(ctx, campaign.id);
    await unsubscribe(ctx, await link(), page);

    const noes = (await newsletterRows(ctx)).filter(({ granted }) => !granted);
    expect(noes.map(({ campaignId }) => campaignId).sort()).toEqual([campaign.id, elsewhere].sort());
    expect((await getConfirmation(ctx, waiting.token)).choices.newsletter).toBe(false);
    await confirmByToken(ctx, waiting.token, inCalifornia);
    expect((await newsletterRows(ctx)).filter(({ granted }) => granted)).toHaveLength(3);
    expect(await reasonsFor(ctx)).toEqual(["unsubscribed"]);
  }),
);

test(
  "a new yes, confirmed, lets mail go again; a signature without it does not",
  withContext(async (ctx) => {
    const { link, sign, choose } = await subscribed(ctx);
    await unsubscribe(ctx, await link(), page);
    ctx.clock.advance(60_000);
    await sign({ name: "William King" });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    expect(await reasonsFor(ctx)).toEqual(["unsubscribed"]);

    const william = (await listSignatures(ctx)).at(-1);
    await ctx.db.delete(signatures).where(eq(signatures.id, william?.id ?? ""));
    await sign({ name: "William King", choices: await choose({ updates: true }) });
    expect(await reasonsFor(ctx), "Anybody can tick a box.").toEqual(["unsubscribed"]);
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    expect(await reasonsFor(ctx)).toEqual([]);
  }),
);

test(
  "a link works for 400 days, says for a month that it is over, and goes with its signature",
  withContext(async (ctx) => {
    const { link } = await subscribed(ctx);
    const token = await link();
    ctx.clock.advance(UNSUBSCRIBE_DAYS * DAY_MS - 1);
    expect(await getUnsubscribeState(ctx, token)).toBe("open");
    ctx.clock.advance(1);
    await forgetMailTraces(ctx);
    expect(await getUnsubscribeState(ctx, token)).toBe("expired");
    expect(await unsubscribe(ctx, token, page)).toBe("expired");
    expect(await reasonsFor(ctx)).toEqual([]);
    ctx.clock.advance(30 * DAY_MS + 1);
    await forgetMailTraces(ctx);
    expect(await unsubscribe(ctx, token, page)).toBe("unknown");

    const late = await link();
    await ctx.db.delete(signatures);
    expect(await getUnsubscribeState(ctx, late)).toBe("unknown");
    expect(await ctx.db.select().from(unsubscribeLinks)).toEqual([]);
    for (const strange of ["", "\0", "x".repeat(5_000)])
      expect(await getUnsubscribeState(ctx, strange)).toBe("unknown");
  }),
);

test(
  "events of the mail service are forgotten after thirty days",
  withContext(async (ctx) => {
    await ctx.db
      .insert(mailEvents)
      .values({ id: "msg_1", type: "email.delivered", at: ctx.now(), receivedAt: ctx.now() });
    ctx.clock.advance(30 * DAY_MS);
    await forgetMailTraces(ctx);
    expect(await ctx.db.select().from(mailEvents)).toHaveLength(1);
    ctx.clock.advance(1);
    await forgetMailTraces(ctx);
    expect(await ctx.db.select().from(mailEvents)).toEqual([]);
  }),
);

/** Gives Ada's mailbox a confirmed signature with a yes under a second campaign of the same host. */
async function copyToAnotherCampaign(ctx: TestContext, campaignId: string): Promise<string> {
  const [campaign] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  const [signature] = (await listSignatures(ctx)).slice(-1);
  const [yes] = await ctx.db.select().from(consents).where(eq(consents.purpose, "newsletter"));
  if (!campaign || !signature || !yes) throw new Error("There is nothing to copy.");
  const another = { campaignId: ctx.newId(), petitionId: ctx.newId(), id: ctx.newId() };
  await ctx.db.insert(campaigns).values({ ...campaign, id: another.campaignId, slug: "another", isFlagship: false });
  await ctx.db
    .insert(petitions)
    .values({ id: another.petitionId, campaignId: another.campaignId, opensAt: ctx.now(), closesAt: null });
  await ctx.db.insert(signatures).values({
    ...signature,
    ...another,
    state: "confirmed",
    mailboxHash: mailboxHash(ctx, another.campaignId, ada.email),
  });
  await ctx.db
    .insert(consents)
    .values({ ...yes, id: ctx.newId(), campaignId: another.campaignId, signatureId: another.id });
  return another.campaignId;
}
