import { and, asc, eq, lte } from "drizzle-orm";
import { mailings } from "~db/schema/mailings";
import { authorize } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { AUTOMATIC, recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { countSharings } from "../exports/next-sharings.server";
import { requireAgreement } from "../organizations/require-agreement.server";
import { enqueue } from "../outbox/enqueue.server";
import { momentOf } from "../workshop/zoned-time";
import { countAudience } from "./audience.server";
import { findText, holdOurMailing, type Mailing } from "./find-mailing.server";
import { orderOf } from "./pick-recipients.server";
import { hasStoppedMailing, whyNotSend } from "./senders.server";

/** `over`: it was sent or cancelled before. `inactive`: the organization is paused. `blocked`: see {@link hasStoppedMailing}. */
export type SendOutcome =
  | "sending"
  | "scheduled"
  | "over"
  | "noText"
  | "nobody"
  | "inactive"
  | "blocked"
  | "momentPast";

const AT_ONCE = 20;

/**
 * Sends a mailing to everybody who says yes at this moment. Pressed twice, it is sent once.
 * @throws {DomainError} notAllowed, agreementMissing, proofNeeded, notFound
 */
export async function sendMailing(ctx: Context, actor: PortalActor, id: string): Promise<SendOutcome> {
  return whenReady(ctx, actor, id, async (tx, mailing) => {
    if ((await countAudience(tx, mailing)).total === 0) return "nobody";
    await startMailing(tx, mailing, actor.name);
    return "sending";
  });
}

/**
 * Lets a mailing leave by itself at a moment, to everybody who says yes then.
 * @param when.at as clocks in `when.zone` show it, `2027-03-01T09:00`
 * @throws {DomainError} notAllowed, agreementMissing, proofNeeded, notFound
 */
export async function scheduleMailing(
  ctx: Context,
  actor: PortalActor,
  id: string,
  when: { at: string; zone: string },
): Promise<SendOutcome> {
  return whenReady(ctx, actor, id, async (tx, mailing) => {
    const scheduledAt = momentOf(when.at, when.zone);
    if (scheduledAt === null || scheduledAt <= ctx.now()) return "momentPast";
    await tx.db
      .update(mailings)
      .set({ state: "scheduled", scheduledAt, timeZone: when.zone })
      .where(eq(mailings.id, id));
    await recordAudit(tx, {
      ...entry(mailing, actor.name, "mailing.schedule"),
      facts: { mailing: id, at: scheduledAt.toISOString() },
    });
    return "scheduled";
  });
}

/** Makes a scheduled mailing a draft again. @throws {DomainError} notAllowed, notFound */
export async function unscheduleMailing(ctx: Context, actor: PortalActor, id: string): Promise<"draft" | "over"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdOurMailing(tx, actor, "mailings.send", id);
    if (mailing.state === "draft") return "draft";
    if (mailing.state !== "scheduled") return "over";
    await db.update(mailings).set({ state: "draft", scheduledAt: null }).where(eq(mailings.id, id));
    await recordAudit(tx, { ...entry(mailing, actor.name, "mailing.unschedule"), facts: { mailing: id } });
    return "draft";
  });
}

/**
 * Starts the mailings whose moment has come. One that must not leave pauses instead, and its page says why. Any number of
 * workers may run at once.
 */
export async function startDueMailings(ctx: Context): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const due = await db
      .select()
      .from(mailings)
      .where(and(eq(mailings.state, "scheduled"), lte(mailings.scheduledAt, ctx.now())))
      .orderBy(asc(mailings.scheduledAt))
      .limit(AT_ONCE)
      .for("update", { skipLocked: true });
    for (const mailing of due) {
      const pausedWhy = await whyNotSend(tx, mailing.partnerId);
      if (pausedWhy === null) {
        await startMailing(tx, mailing, AUTOMATIC);
        continue;
      }
      await db.update(mailings).set({ state: "paused", pausedWhy }).where(eq(mailings.id, mailing.id));
      await recordAudit(tx, {
        ...entry(mailing, AUTOMATIC, "mailing.pause"),
        facts: { mailing: mailing.id, why: pausedWhy },
      });
    }
  });
}

/** Begins to send, in the transaction of `tx` that holds the mailing. @param by a user, or `AUTOMATIC` */
export async function startMailing(tx: Context, mailing: Mailing, by: string): Promise<void> {
  const startedAt = tx.now();
  const total = await countSharings(tx, orderOf({ ...mailing, startedAt }));
  await tx.db
    .update(mailings)
    .set({ state: "sending", pausedWhy: null, startedAt, total })
    .where(eq(mailings.id, mailing.id));
  await enqueue(tx, "send-mailing", { mailingId: mailing.id });
  await recordAudit(tx, { ...entry(mailing, by, "mailing.send"), facts: { mailing: mailing.id, people: total } });
}

/** What the audit log says of every deed about a mailing. */
export function entry(mailing: Pick<Mailing, "partnerId" | "campaignId">, actor: string, action: string) {
  const { partnerId, campaignId } = mailing;
  return { actor, action, partnerId, ...(campaignId !== null && { campaignId }) };
}

async function whenReady(
  ctx: Context,
  actor: PortalActor,
  id: string,
  go: (tx: Context, mailing: Mailing) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  authorize(actor, "mailings.send");
  await requireAgreement(ctx, actor);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdOurMailing(tx, actor, "mailings.send", id);
    requireProof(ctx, actor);
    if (mailing.state === "sending") return "sending";
    if (mailing.state !== "draft" && mailing.state !== "scheduled") return "over";
    if ((await findText(tx, id, mailing.sourceLocale)) === null) return "noText";
    if (await hasStoppedMailing(tx, mailing.partnerId)) return "blocked";
    if ((await whyNotSend(tx, mailing.partnerId)) !== null) return "inactive";
    return go(tx, mailing);
  });
}
