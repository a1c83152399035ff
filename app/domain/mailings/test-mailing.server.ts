import { and, eq, isNull, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { mailings } from "~db/schema/mailings";
import { memberships, users } from "~db/schema/users";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { petitionTitles } from "./audience.server";
import { findText, getMailing, holdOurMailing, type Mailing, type MailingText } from "./find-mailing.server";
import { entry } from "./send-mailing.server";
import { senderOf } from "./senders.server";
import type { MailToSupporter } from "./write-deliveries.server";

const MINUTE_MS = 60_000;

/** A mail as a supporter would have it, without a way to unsubscribe anybody. */
export type SampleMail = Omit<MailToSupporter, "email" | "stopToken">;

/**
 * Sends the words in one language to the actor's own address. Pressed twice within a minute it is one mail.
 * @throws {DomainError} notAllowed, notFound
 */
export async function testMailing(
  ctx: Context,
  actor: PortalActor,
  id: string,
  locale: string,
): Promise<"tested" | "noText"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdOurMailing(tx, actor, "mailings.write", id);
    const text = await findText(tx, id, locale);
    if (text === null) return "noText";
    const minute = Math.floor(ctx.now().getTime() / MINUTE_MS);
    const uniqueKey = `mailing-test ${id} ${actor.userId} ${locale} ${text.changedAt.getTime()} ${minute}`;
    await enqueue(tx, "email-mailing-test", { mailingId: id, userId: actor.userId, locale }, { uniqueKey });
    await recordAudit(tx, { ...entry(mailing, actor.name, "mailing.test"), facts: { mailing: id, locale } });
    return "tested";
  });
}

/** The mail in one language, to be looked at; null where there are no words. @throws {DomainError} notAllowed, notFound */
export async function findSample(
  ctx: Context,
  actor: PortalActor,
  id: string,
  locale: string,
): Promise<SampleMail | null> {
  const mailing = await getMailing(ctx, actor, "mailings.read", id);
  const text = await findText(ctx, id, locale);
  return text && sampleOf(ctx, mailing, text);
}

/** To whom a test goes, and what it says; null where the person left the team, or the words are gone. */
export async function findTestMail(
  ctx: Context,
  { mailingId, userId, locale }: { mailingId: string; userId: string; locale: string },
): Promise<(SampleMail & { email: string; userLocale: string }) | null> {
  const [row] = await ctx.db
    .select({ mailing: mailings, user: users, membership: memberships })
    .from(mailings)
    .innerJoin(users, eq(users.id, userId))
    .innerJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.endedAt)))
    .where(
      and(
        eq(mailings.id, mailingId),
        isNull(users.disabledAt),
        sql`${memberships.partnerId} is not distinct from ${mailings.partnerId}`,
      ),
    )
    .limit(1);
  const text = row && (await findText(ctx, mailingId, locale));
  if (!row || !text) return null;
  return {
    ...(await sampleOf(ctx, row.mailing, text)),
    email: ctx.vault.open("user.email", row.user.emailSealed),
    userLocale: row.user.locale,
  };
}

async function sampleOf(ctx: Context, mailing: Mailing, { locale, subject, body }: MailingText): Promise<SampleMail> {
  const campaignId = mailing.campaignId ?? (await someCampaign(ctx));
  return {
    locale,
    subject,
    body,
    sender: await senderOf(ctx, mailing.partnerId),
    isHosts: mailing.partnerId === null,
    postalAddress: mailing.postalAddress,
    petition: (await petitionTitles(ctx, campaignId === null ? [] : [campaignId], [locale])).of(
      campaignId ?? "",
      locale,
    ),
  };
}

/** Each supporter reads which petition they signed; a sample names one. */
async function someCampaign(ctx: Pick<Context, "db">): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.isFlagship, true))
    .limit(1);
  return row?.id ?? null;
}
