import { eq } from "drizzle-orm";
import { mailings } from "~db/schema/mailings";
import { partners } from "~db/schema/partners";
import { memberships, users } from "~db/schema/users";
import { HOST_SLUG } from "../access/visitor";
import type { Context } from "../context";

/** What the mail about a stopped mailing says. */
export interface StoppedMail {
  email: string;
  locale: string;
  name: string;
  /** The organization's part of the portal that its reader may open. */
  organization: string;
  sent: number;
  complained: number;
}

/** Null where it goes on already, or its reader left the team. */
export async function findStoppedMail(
  ctx: Context,
  { mailingId, userId }: { mailingId: string; userId: string },
): Promise<StoppedMail | null> {
  const [row] = await ctx.db
    .select({ mailing: mailings, slug: partners.slug })
    .from(mailings)
    .leftJoin(partners, eq(partners.id, mailings.partnerId))
    .where(eq(mailings.id, mailingId));
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId));
  if (row?.mailing.state !== "stopped" || user === undefined || user.disabledAt !== null) return null;
  const { mailing, slug } = row;
  const of = await ctx.db.select().from(memberships).where(eq(memberships.userId, userId));
  const current = of.filter(({ endedAt }) => endedAt === null).map(({ partnerId }) => partnerId);
  const isMember = current.includes(mailing.partnerId);
  if (!isMember && !current.includes(null)) return null;
  return {
    email: ctx.vault.open("user.email", user.emailSealed),
    locale: user.locale,
    name: mailing.name,
    organization: isMember ? (slug ?? HOST_SLUG) : HOST_SLUG,
    sent: mailing.sent,
    complained: mailing.complained,
  };
}
