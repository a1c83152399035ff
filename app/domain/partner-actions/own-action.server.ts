import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { partnerActions } from "~db/schema/partner-actions";
import type { Permission } from "../access/permissions";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { getOwnCampaign, holdOwnCampaign, type OwnCampaign } from "../workshop/own-campaign.server";

export type OwnAction = typeof partnerActions.$inferSelect;

/** A campaign's own action, with the campaign. @throws {DomainError} notAllowed, notFound */
export async function getOwnAction(
  ctx: Context,
  actor: PortalActor,
  permission: Permission,
  slug: string,
  id: string,
): Promise<{ campaign: OwnCampaign; action: OwnAction }> {
  return of(ctx, await getOwnCampaign(ctx, actor, permission, slug), id);
}

/** As {@link getOwnAction}, and lets nobody else change the campaign until the transaction of `tx` ends. */
export async function holdOwnAction(
  tx: Context,
  actor: PortalActor,
  permission: Permission,
  slug: string,
  id: string,
): Promise<{ campaign: OwnCampaign; action: OwnAction }> {
  return of(tx, await holdOwnCampaign(tx, actor, permission, slug), id);
}

async function of({ db }: Pick<Context, "db">, campaign: OwnCampaign, id: string) {
  const isId = z.uuid().safeParse(id).success;
  const [action] = isId
    ? await db
        .select()
        .from(partnerActions)
        .where(and(eq(partnerActions.id, id), eq(partnerActions.forCampaignId, campaign.id)))
    : [];
  if (action === undefined) throw new DomainError("notFound");
  return { campaign, action };
}
