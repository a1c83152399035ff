import { eq, isNull } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { carryOutStrike } from "~/domain/moderation/carry-out-strike.server";
import { orderStrike } from "~/domain/moderation/strikes.server";
import { correctOffice } from "~/domain/offices/correct-office.server";
import { enqueue } from "~/domain/outbox/enqueue.server";
import { campaigns } from "~db/schema/campaigns";
import { officeReports } from "~db/schema/office-facts";
import { outbox } from "~db/schema/outbox";
import { petitions } from "~db/schema/petitions";
import { signatures } from "~db/schema/signatures";

/** What the host's people look after. */
export interface TrustThings {
  /** The slug of a campaign, and a held signature under it. */
  campaign: string;
  held: string;
  /** Strikes that wait, and that are done. */
  waitingStrike: string;
  doneStrike: string;
  /** A report of a wrong number, and a correction. */
  report: string;
  correction: string;
  /** A job that was given up. */
  deadJob: string;
}

/** Nancy Pelosi's office, as the shipped facts have it. */
const office = "P000197";

/** Puts what the host's people look after into the scene. */
export async function prepareTrust(ctx: Context): Promise<TrustThings> {
  const [place] = await ctx.db
    .select({ campaignId: campaigns.id, petitionId: petitions.id, slug: campaigns.slug })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .where(isNull(campaigns.partnerId));
  if (place === undefined) throw new Error("The host has no campaign.");
  const order = { reason: "A test", by: "Ada" };
  const done = await orderStrike(ctx, place, { ...order, criteria: { country: "FR" } });
  while ((await carryOutStrike(ctx, done.id)) === "more");
  return {
    campaign: place.slug,
    held: await hold(ctx, place),
    waitingStrike: (await orderStrike(ctx, place, { ...order, criteria: { country: "DE" } })).id,
    doneStrike: done.id,
    report: await report(ctx),
    correction: await correctOffice(ctx, { bioguide: office, field: "contact_form", value: null, by: "Ada" }),
    deadJob: await bury(ctx),
  };
}

async function hold(ctx: Context, { campaignId, petitionId }: { campaignId: string; petitionId: string }) {
  const id = ctx.newId();
  await ctx.db.insert(signatures).values({
    ...{ campaignId, id, petitionId, state: "confirmed", mailboxSlot: 1 },
    ...{ mailboxHash: id, identityHash: id, country: "KE", locale: "en", signals: ["honeypot"] },
    nameSealed: ctx.vault.seal("signature.name", "Ada Lovelace"),
    emailSealed: ctx.vault.seal("signature.email", "ada@held.example"),
    signedAt: ctx.now(),
    confirmedAt: ctx.now(),
    heldAt: ctx.now(),
  });
  return id;
}

async function report(ctx: Context): Promise<string> {
  const id = ctx.newId();
  await ctx.db.insert(officeReports).values({
    ...{ id, congress: 119, bioguide: office, kind: "number_wrong", shown: "202-225-4965" },
    ...{ requestKey: ctx.newId(), at: ctx.now() },
  });
  return id;
}

async function bury(ctx: Context): Promise<string> {
  await enqueue(ctx, "look-up-mail-domain", { campaignId: ctx.newId(), signatureId: ctx.newId() });
  const [job] = await ctx.db.select({ id: outbox.id }).from(outbox).where(eq(outbox.name, "look-up-mail-domain"));
  if (job === undefined) throw new Error("Nothing was asked for.");
  await ctx.db
    .update(outbox)
    .set({ deadAt: ctx.now(), attempts: 8, lastError: "timeout" })
    .where(eq(outbox.id, job.id));
  return job.id;
}
