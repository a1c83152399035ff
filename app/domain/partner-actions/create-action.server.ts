import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { PlannedAction } from "~db/schema/content/routing-plan";
import { contentItems } from "~db/schema/content-items";
import { partnerActions } from "~db/schema/partner-actions";
import { partners } from "~db/schema/partners";
import type { PortalActor } from "../access/portal-actor";
import { saveDraft } from "../content/save-draft.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { holdOwnCampaign, type OwnCampaign } from "../workshop/own-campaign.server";
import type { newActionForm } from "./action-form";
import { changePlan } from "./change-plan.server";
import { askForLinkCheck } from "./link-checks.server";

export type NewAction = z.output<ReturnType<typeof newActionForm>>;

/** `partnerMissing`: whose action it is, of a campaign of the host's own. */
export type CreatedAction = { outcome: "created"; id: string } | { outcome: "partnerMissing" };

/**
 * Adds an action to a campaign, for its signers alone, with a first draft of its text. Doing it twice under one id is
 * doing it once.
 * @throws {DomainError} notAllowed, notFound
 */
export async function createAction(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { id, partner, locale, title, summary, body, cta, ...facts }: NewAction,
): Promise<CreatedAction> {
  return ctx.db.transaction(async (db): Promise<CreatedAction> => {
    const tx = { ...ctx, db };
    const campaign = await holdOwnCampaign(tx, actor, "campaigns.change", slug);
    const [known] = await db.select().from(partnerActions).where(eq(partnerActions.id, id));
    if (known !== undefined && known.forCampaignId !== campaign.id) throw new DomainError("notFound");
    if (known !== undefined) return { outcome: "created", id };
    const partnerId = campaign.partnerId ?? (await findActivePartner(tx, partner));
    if (partnerId === null) return { outcome: "partnerMissing" };

    const key = `${slug}-${id.slice(-12)}`;
    const planned: PlannedAction = { id, slug: key, ...facts, isRetired: false };
    await db.insert(partnerActions).values(rowOf(tx, campaign, partnerId, planned));
    const { hostId } = campaign;
    const item = { id: tx.newId(), hostId, partnerId, kind: "partner_action" as const, key, sourceLocale: locale };
    await db.insert(contentItems).values({ ...item, createdAt: tx.now() });
    const fields = { title, summary, body, cta };
    const saved = await saveDraft(tx, actor, { kind: "partner_action", key, locale, fields, basedOn: null });
    if (saved.outcome !== "saved") throw new Error(`The first draft of an action was refused: ${saved.outcome}.`);
    if (facts.link !== null) await askForLinkCheck(tx, facts.link);
    await changePlan(tx, actor, campaign, {
      deed: "action.create",
      about: id,
      edit: (plan) => ({ ...plan, actions: [...plan.actions, planned] }),
    });
    return { outcome: "created", id };
  });
}

/** A draft, which nobody is offered: the plan of the campaign says when it is more. */
function rowOf(tx: Context, campaign: OwnCampaign, partnerId: string, planned: PlannedAction) {
  const { isRetired, startsAt, endsAt, ...facts } = planned;
  return {
    ...facts,
    partnerId,
    forCampaignId: campaign.id,
    isPinned: false,
    principles: [],
    status: "draft" as const,
    publishedAt: tx.now(),
    startsAt: startsAt === null ? null : new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  };
}

async function findActivePartner({ db }: Context, slug: string): Promise<string | null> {
  if (slug.includes("\0")) return null;
  const [partner] = await db
    .select({ id: partners.id })
    .from(partners)
    .where(and(eq(partners.slug, slug), eq(partners.status, "active")));
  return partner?.id ?? null;
}
