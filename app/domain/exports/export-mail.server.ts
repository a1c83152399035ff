import { and, eq, isNull } from "drizzle-orm";
import { supporterExports } from "~db/schema/exports";
import { partners } from "~db/schema/partners";
import { memberships, users } from "~db/schema/users";
import { HOST_SLUG } from "../access/visitor";
import type { Context } from "../context";

/** What the mail about a file says. */
export interface ExportMail {
  email: string;
  locale: string;
  /** As it stands in the portal's addresses. */
  organization: string;
  rows: number;
  expiresAt: Date;
}

/** Null where there is nothing to download any more, or who asked for it left the team. */
export async function findExportMail(ctx: Context, exportId: string): Promise<ExportMail | null> {
  const [row] = await ctx.db
    .select({ order: supporterExports, user: users, slug: partners.slug })
    .from(supporterExports)
    .innerJoin(users, eq(users.id, supporterExports.requestedBy))
    .leftJoin(partners, eq(partners.id, supporterExports.partnerId))
    .where(and(eq(supporterExports.id, exportId), eq(supporterExports.state, "ready"), isNull(users.disabledAt)));
  const expiresAt = row?.order.expiresAt ?? null;
  if (row === undefined || expiresAt === null || expiresAt <= ctx.now()) return null;
  const { order, user, slug } = row;
  const [membership] = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, user.id),
        order.partnerId === null ? isNull(memberships.partnerId) : eq(memberships.partnerId, order.partnerId),
        isNull(memberships.endedAt),
      ),
    );
  if (membership === undefined) return null;
  return {
    email: ctx.vault.open("user.email", user.emailSealed),
    locale: user.locale,
    organization: slug ?? HOST_SLUG,
    rows: order.written,
    expiresAt,
  };
}
