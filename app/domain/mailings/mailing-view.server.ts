import { eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { may, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { hasAgreement } from "../organizations/require-agreement.server";
import { type Audience, countAudience } from "./audience.server";
import { getMailing, listTexts } from "./find-mailing.server";
import { type MailingProgress, progressOf } from "./list-mailings.server";
import { hasStoppedMailing } from "./senders.server";

/** A mailing as its page shows it. */
export interface MailingView {
  mailing: MailingProgress & {
    id: string;
    name: string;
    campaignId: string | null;
    sourceLocale: string;
    postalAddress: string;
  };
  texts: { locale: string; subject: string; body: string; changedAt: string }[];
  /** Null once it has begun, and for a partner without a valid agreement. */
  audience: Audience | null;
  needsAgreement: boolean;
  /** The partner whose mailing it is, where the host looks at it. */
  partner: string | null;
  /** Another mailing of the organization was stopped by complaints. */
  isBlocked: boolean;
  /** In which its moment is chosen. */
  timeZone: string;
  mayWrite: boolean;
  maySend: boolean;
  isHost: boolean;
}

/** @throws {DomainError} notAllowed, notFound */
export async function getMailingView(ctx: Context, actor: PortalActor, id: string): Promise<MailingView> {
  const mailing = await getMailing(ctx, actor, "mailings.read", id);
  const texts = await listTexts(ctx, mailing);
  const partnerId = partnerIdOf(actor);
  const isOurs = mailing.partnerId === partnerId;
  const isOpen = mailing.state === "draft" || mailing.state === "scheduled";
  const needsAgreement = partnerId !== null && !(await hasAgreement(ctx, partnerId));
  const { name, campaignId, sourceLocale, postalAddress } = mailing;
  return {
    mailing: { id, name, campaignId, sourceLocale, postalAddress, ...progressOf(mailing) },
    texts: texts.map(({ locale, subject, body, changedAt }) => ({
      ...{ locale, subject, body },
      changedAt: changedAt.toISOString(),
    })),
    audience: isOpen && !needsAgreement ? await countAudience(ctx, mailing) : null,
    needsAgreement,
    partner: isOurs || mailing.partnerId === null ? null : await partnerName(ctx, mailing.partnerId),
    isBlocked: isOpen && (await hasStoppedMailing(ctx, mailing.partnerId)),
    timeZone: mailing.timeZone ?? (await campaignZone(ctx, campaignId)),
    mayWrite: isOurs && mailing.state === "draft" && may(actor, "mailings.write"),
    maySend: may(actor, "mailings.send"),
    isHost: partnerId === null,
  };
}

async function partnerName(ctx: Context, id: string): Promise<string | null> {
  const [partner] = await ctx.db.select({ name: partners.name }).from(partners).where(eq(partners.id, id));
  return partner?.name ?? null;
}

async function campaignZone(ctx: Context, id: string | null): Promise<string> {
  if (id === null) return "UTC";
  const [campaign] = await ctx.db.select({ timeZone: campaigns.timeZone }).from(campaigns).where(eq(campaigns.id, id));
  return campaign?.timeZone ?? "UTC";
}
