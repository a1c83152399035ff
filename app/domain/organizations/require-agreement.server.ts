import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { agreementAcceptances, agreements } from "~db/schema/agreements";
import { partners } from "~db/schema/partners";
import { partnerIdOf } from "../access/authorize";
import type { Actor } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";

/**
 * Whether a partner has accepted the agreement about data processing in its newest version, and the acceptance is in its
 * time. Where the host has published none there is none to accept, and partners see no personal datum.
 */
export async function hasAgreement(ctx: Pick<Context, "db" | "now">, partnerId: string): Promise<boolean> {
  const [newest] = await ctx.db
    .select({ id: agreements.id })
    .from(agreements)
    .innerJoin(partners, eq(partners.hostId, agreements.hostId))
    .where(and(eq(partners.id, partnerId), eq(agreements.kind, "data_processing")))
    .orderBy(desc(agreements.version))
    .limit(1);
  if (newest === undefined) return false;
  const [accepted] = await ctx.db
    .select({ id: agreementAcceptances.id })
    .from(agreementAcceptances)
    .where(
      and(
        eq(agreementAcceptances.agreementId, newest.id),
        eq(agreementAcceptances.partnerId, partnerId),
        isNull(agreementAcceptances.withdrawnAt),
        gt(agreementAcceptances.expiresAt, ctx.now()),
      ),
    )
    .limit(1);
  return accepted !== undefined;
}

/**
 * Stops a partner without a valid agreement. Every use case that shows, counts out or sends personal data of supporters
 * calls this after `authorize`. The host is the controller itself.
 * @throws {DomainError} agreementMissing
 */
export async function requireAgreement(ctx: Pick<Context, "db" | "now">, actor: Pick<Actor, "organization">) {
  const partnerId = partnerIdOf(actor);
  if (partnerId !== null && !(await hasAgreement(ctx, partnerId))) throw new DomainError("agreementMissing");
}
