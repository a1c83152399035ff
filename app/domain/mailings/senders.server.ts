import { and, eq, isNull } from "drizzle-orm";
import { hosts } from "~db/schema/hosts";
import { type mailingPauses, mailings } from "~db/schema/mailings";
import { partners } from "~db/schema/partners";
import type { Context } from "../context";
import { hasAgreement } from "../organizations/require-agreement.server";

/** In whose name a mailing goes out. */
export interface Sender {
  name: string;
  /** Null for the host: its site is the one that every mail names. */
  website: string | null;
}

export async function senderOf(ctx: Pick<Context, "db">, partnerId: string | null): Promise<Sender> {
  const [sender] =
    partnerId === null
      ? (await ctx.db.select({ name: hosts.name }).from(hosts).limit(1)).map(({ name }) => ({ name, website: null }))
      : await ctx.db
          .select({ name: partners.name, website: partners.website })
          .from(partners)
          .where(eq(partners.id, partnerId));
  if (sender === undefined) throw new Error("There is no such organization.");
  return sender;
}

/** What keeps an organization from mailing anybody at this moment; null for nothing. */
export async function whyNotSend(
  ctx: Pick<Context, "db" | "now">,
  partnerId: string | null,
): Promise<Exclude<(typeof mailingPauses)[number], "person" | "fault"> | null> {
  if (partnerId !== null) {
    const [partner] = await ctx.db.select({ status: partners.status }).from(partners).where(eq(partners.id, partnerId));
    if (partner?.status !== "active") return "partner";
    if (!(await hasAgreement(ctx, partnerId))) return "agreement";
  }
  return (await hasStoppedMailing(ctx, partnerId)) ? "blocked" : null;
}

/** Whether a mailing of an organization was stopped by complaints and the host has not let it go on. */
export async function hasStoppedMailing(ctx: Pick<Context, "db">, partnerId: string | null): Promise<boolean> {
  const stopped = await ctx.db
    .select({ id: mailings.id })
    .from(mailings)
    .where(
      and(
        eq(mailings.state, "stopped"),
        partnerId === null ? isNull(mailings.partnerId) : eq(mailings.partnerId, partnerId),
      ),
    )
    .limit(1);
  return stopped.length > 0;
}
