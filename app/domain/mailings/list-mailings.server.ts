import { and, desc, eq, isNotNull } from "drizzle-orm";
import { mailings } from "~db/schema/mailings";
import { partners } from "~db/schema/partners";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { isOurs, type Mailing } from "./find-mailing.server";

const SHOWN = 50;

/** How far a mailing is, in numbers. */
export interface MailingProgress
  extends Pick<
    Mailing,
    | "state"
    | "pausedWhy"
    | "scheduledAt"
    | "timeZone"
    | "startedAt"
    | "endedAt"
    | "total"
    | "lookedAt"
    | "picked"
    | "sent"
    | "failed"
    | "bounced"
    | "complained"
    | "unsubscribed"
  > {
  /** Of those who said yes, how many get nothing: twice on the list, or no mail may go to their mailbox. */
  leftOut: number;
}

export interface ListedMailing extends MailingProgress {
  id: string;
  name: string;
  campaignId: string | null;
  createdAt: Date;
  /** The partner whose mailing it is, where it is not the actor's. */
  partner: string | null;
}

/** The newest mailings of the actor's organization; for the host also those of partners that complaints stopped. */
export async function listMailings(ctx: Context, actor: PortalActor): Promise<ListedMailing[]> {
  authorize(actor, "mailings.read");
  const own = await ctx.db
    .select()
    .from(mailings)
    .where(isOurs(actor))
    .orderBy(desc(mailings.createdAt), desc(mailings.id))
    .limit(SHOWN);
  const stopped =
    actor.organization.kind === "host"
      ? await ctx.db
          .select({ mailing: mailings, partner: partners.name })
          .from(mailings)
          .innerJoin(partners, eq(partners.id, mailings.partnerId))
          .where(and(eq(mailings.state, "stopped"), isNotNull(mailings.partnerId)))
          .orderBy(desc(mailings.endedAt))
          .limit(SHOWN)
      : [];
  return [
    ...stopped.map(({ mailing, partner }) => ({ ...listed(mailing), partner })),
    ...own.map((mailing) => ({ ...listed(mailing), partner: null })),
  ];
}

function listed(mailing: Mailing) {
  const { id, name, campaignId, createdAt } = mailing;
  return { id, name, campaignId, createdAt, ...progressOf(mailing) };
}

/** The postal address that the organization gave last; it is the same mostly. */
export async function lastPostalAddress(ctx: Pick<Context, "db">, actor: PortalActor): Promise<string> {
  const [last] = await ctx.db
    .select({ postalAddress: mailings.postalAddress })
    .from(mailings)
    .where(isOurs(actor))
    .orderBy(desc(mailings.createdAt))
    .limit(1);
  return last?.postalAddress ?? "";
}

export function progressOf(mailing: Mailing): MailingProgress {
  const { state, pausedWhy, scheduledAt, timeZone, startedAt, endedAt, total, lookedAt, picked } = mailing;
  const { sent, failed, bounced, complained, unsubscribed } = mailing;
  return {
    ...{ state, pausedWhy, scheduledAt, timeZone, startedAt, endedAt, total, lookedAt, picked },
    ...{ sent, failed, bounced, complained, unsubscribed },
    leftOut: state === "done" ? Math.max(lookedAt - sent - failed, 0) : Math.max(lookedAt - picked, 0),
  };
}
