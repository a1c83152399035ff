import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import { mailEvents } from "~db/schema/suppressions";
import { memberships, users } from "~db/schema/users";
import { AUTOMATIC, recordAudit } from "../audit/record-audit.server";
import { groupBy } from "../campaigns/group-by";
import type { Context } from "../context";
import { enqueueAll } from "../outbox/enqueue.server";
import { isOverComplaintLimit } from "./complaint-rule";
import type { Mailing } from "./find-mailing.server";

const HOUR_MS = 3_600_000;

/**
 * Puts what the mail service told of mails to the mailings that they belong to, in the transaction of `tx`, and stops a
 * mailing that too many of its readers call spam. An event may come before we have written down under which id the service
 * speaks of the mail: so both sides call it, and `attributeLateEvents` for the instant between the two. Safe to repeat.
 */
export async function attributeEvents(tx: Context, providerIds: readonly string[]): Promise<void> {
  if (providerIds.length === 0) return;
  const events = await tx.db
    .select({ providerId: mailEvents.providerId, reason: mailEvents.suppresses, at: mailEvents.at })
    .from(mailEvents)
    .where(and(inArray(mailEvents.providerId, [...providerIds]), isNotNull(mailEvents.suppresses)))
    .orderBy(asc(mailEvents.at));
  if (events.length === 0) return;
  const deliveries = await tx.db
    .select()
    .from(mailingDeliveries)
    .where(
      and(
        inArray(mailingDeliveries.providerId, [...new Set(events.flatMap(({ providerId }) => providerId ?? []))]),
        or(isNull(mailingDeliveries.bouncedAt), isNull(mailingDeliveries.complainedAt)),
      ),
    )
    .orderBy(asc(mailingDeliveries.id))
    .for("update");
  const changed = deliveries.flatMap((delivery) => {
    const at = (reason: "bounced" | "complained") =>
      events.find((event) => event.providerId === delivery.providerId && event.reason === reason)?.at ?? null;
    const bouncedAt = delivery.bouncedAt === null ? at("bounced") : null;
    const complainedAt = delivery.complainedAt === null ? at("complained") : null;
    return bouncedAt === null && complainedAt === null ? [] : [{ ...delivery, bouncedAt, complainedAt }];
  });
  for (const { id, bouncedAt, complainedAt } of changed) {
    await tx.db
      .update(mailingDeliveries)
      .set({ ...(bouncedAt && { bouncedAt }), ...(complainedAt && { complainedAt }) })
      .where(eq(mailingDeliveries.id, id));
  }
  for (const ofOne of groupBy(changed, ({ mailingId }) => mailingId)) {
    const [mailing] = await tx.db
      .update(mailings)
      .set({
        bounced: sql`${mailings.bounced} + ${ofOne.filter(({ bouncedAt }) => bouncedAt !== null).length}`,
        complained: sql`${mailings.complained} + ${ofOne.filter(({ complainedAt }) => complainedAt !== null).length}`,
      })
      .where(eq(mailings.id, ofOne[0].mailingId))
      .returning();
    if (mailing !== undefined && isOverComplaintLimit(mailing)) await stop(tx, mailing);
  }
}

/** The same for events of the last hour that met no mail. */
export async function attributeLateEvents(ctx: Context): Promise<void> {
  const recent = await ctx.db
    .select({ providerId: mailEvents.providerId })
    .from(mailEvents)
    .innerJoin(mailingDeliveries, eq(mailingDeliveries.providerId, mailEvents.providerId))
    .where(
      and(
        gt(mailEvents.receivedAt, new Date(ctx.now().getTime() - HOUR_MS)),
        or(
          and(eq(mailEvents.suppresses, "bounced"), isNull(mailingDeliveries.bouncedAt)),
          and(eq(mailEvents.suppresses, "complained"), isNull(mailingDeliveries.complainedAt)),
        ),
      ),
    )
    .limit(500);
  const ids = recent.flatMap(({ providerId }) => providerId ?? []);
  if (ids.length > 0) await ctx.db.transaction((db) => attributeEvents({ ...ctx, db }, ids));
}

/**
 * Also one that has left whole is stopped: most complaints come when a short list has its mail, and they keep the
 * organization from sending more until the host has looked.
 */
async function stop(tx: Context, mailing: Mailing): Promise<void> {
  if (mailing.state !== "sending" && mailing.state !== "paused" && mailing.state !== "done") return;
  await tx.db
    .update(mailings)
    .set({ state: "stopped", pausedWhy: null, endedAt: tx.now() })
    .where(eq(mailings.id, mailing.id));
  const { id: mailingId, partnerId, campaignId, sent, bounced, complained } = mailing;
  const userIds = await ownersOf(tx, partnerId);
  await enqueueAll(
    tx,
    "email-mailing-stopped",
    userIds.map((userId) => ({ mailingId, userId })),
  );
  await recordAudit(tx, {
    actor: AUTOMATIC,
    action: "mailing.stop",
    partnerId,
    ...(campaignId !== null && { campaignId }),
    facts: { mailing: mailingId, sent, bounced, complained },
  });
}

/** Owners of an organization, and those of the host, who decide how it goes on. */
async function ownersOf(tx: Context, partnerId: string | null): Promise<string[]> {
  const rows = await tx.db
    .selectDistinct({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        or(isNull(memberships.partnerId), partnerId === null ? undefined : eq(memberships.partnerId, partnerId)),
        sql`'owner' = any(${memberships.roles})`,
        isNull(memberships.endedAt),
        isNull(users.disabledAt),
      ),
    );
  return rows.map(({ userId }) => userId);
}
